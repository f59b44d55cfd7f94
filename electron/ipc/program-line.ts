import type { Reply } from '@bridge/errors.ts'
import type { BridgeEvents, EventName } from '@bridge/events.ts'
import type { PrintJob } from '../documents/pdf/pdf-renderer.ts'
import type { WorkerName } from '../workers/worker-process.ts'
import type { Sender } from './sender-check.ts'

// What the process of the window and the process of the program say to each other.

/** Where things lie, and what only the window's process knows. */
export interface ProgramStart {
  /** Folder of the vault and the settings. */
  root: string
  headCopy: string
  migrationsFolder: string
  verifierFolder: string
  fontsFolder: string
  /** File URL of the thread that derives keys. */
  argon2Thread: string
  systemLocale: string
  version: string
  ownOrigin: string
  /** The key file chosen before, so that it need not be chosen at every unlocking. */
  keyFile: string | undefined
}

/** Asked by the window's process. */
export interface ProgramCalls {
  /** Before anything else, and once. */
  start(parts: ProgramStart): Promise<void>
  call(sender: Sender, name: unknown, input: unknown): Promise<Reply<unknown>>
  drop(sender: Sender, paths: unknown): { token: string | null }
  /** Resolves once the vault is closed. */
  lock(): Promise<void>
  /** The harmless HTML of a message; null where it has none. Fails while the vault is locked. */
  mailBody(messageId: string): Promise<string | null>
  /** Somebody types or clicks in the window. */
  stillHere(): void
  /** How long the whole computer has been without a key or a click. */
  idleSeconds(seconds: number): void
  workerEnded(id: number, code: number | null): void
}

/** Asked by the program's process: the operating system's window, dialogs, printer and clipboard are the window's. */
export interface HostCalls {
  chooseFiles(what?: 'key-file' | 'chat'): Promise<string[] | null>
  chooseFolder(): Promise<string | null>
  chooseSavePath(suggestedName: string): Promise<string | null>
  reveal(path: string): void
  print(job: PrintJob): Promise<Uint8Array>
  /** Puts a text on the clipboard for a while; it is taken off by the window's process, which outlives this one. */
  copyBriefly(text: string): Promise<void>
  clearCopied(): Promise<void>
  freshPage(): void
  send<E extends EventName>(name: E, payload: BridgeEvents[E]): void
  rememberKeyFile(path: string): void
  /** Starts a disposable process; a port to it follows, with the same number. */
  startWorker(id: number, name: WorkerName): void
  endWorker(id: number): void
  /** A vault was opened here, or its keys were known, and is closed: this process has done its work, its memory may go. */
  closed(): void
}

/** What comes with a worker's port, and is no part of the line. */
export interface WorkerHandover {
  worker: number
}
