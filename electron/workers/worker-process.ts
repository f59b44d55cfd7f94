import { mailLimits } from '../mail/limits.ts'

/**
 * A disposable process without keys, database or network (but for the vault worker, which is trusted with the first two and
 * never sees foreign content), whatever starts it: Electron's utility process in the app, a
 * Node child process on the command line. Messages are structured clones.
 */
export interface WorkerProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, with the exit code, however the process ended. */
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

/** The bundled entry of a worker, by the name it has in `electron.vite.config.ts`. */
export type WorkerName = 'mail-worker' | 'authenticity-worker' | 'bundle-worker' | 'vault-worker'

export type StartWorker = (name: WorkerName) => WorkerProcess

/** Heap a disposable process may take, MiB; what needs more is hostile or belongs into smaller pieces. */
export const HEAP_MIB: Record<WorkerName, number> = {
  'mail-worker': 512,
  'authenticity-worker': 512,
  'bundle-worker': 3_072,
  'vault-worker': 512,
}

/** What a process that reads foreign files may take in all, buffers included, MiB; the mail worker's grows with its message. */
export const MEMORY_MIB = {
  'mail-worker': mailLimits.memoryMib,
  'authenticity-worker': mailLimits.memoryMib,
  'bundle-worker': 4_096,
} as const
