import { join } from 'node:path'
import { MessageChannelMain, utilityProcess } from 'electron'
import type { WorkerHandover } from '../ipc/program-line.ts'
import type { LinePort } from '../platform/line.ts'
import type { WorkerName } from '../workers/worker-process.ts'
import { startUtilityWorker } from './utility-worker.ts'

/** One process of the program, as whoever keeps it sees it. */
export interface ProgramChild extends LinePort {
  /** Called once, however the process ended. */
  onExit(listener: (code: number) => void): void
  kill(): void
  /** Starts a worker and hands each of the two a port to the other. Workers end with the program. */
  startWorker(id: number, name: WorkerName, onEnd: (code: number) => void): void
  endWorker(id: number): void
}

export type ForkProgram = () => ProgramChild

/** The program as Electron's utility process. */
export const forkProgram: ForkProgram = () => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'program-process.js'), [], {
    serviceName: 'Redchop program',
    stdio: 'inherit',
  })
  const workers = new Map<number, ReturnType<typeof startUtilityWorker>>()
  child.once('exit', () => {
    for (const worker of workers.values()) worker.kill()
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
    startWorker(id, name, onEnd) {
      const { port1, port2 } = new MessageChannelMain()
      const worker = startUtilityWorker(name, port2)
      workers.set(id, worker)
      worker.onExit((code) => {
        workers.delete(id)
        onEnd(code)
      })
      const handover: WorkerHandover = { worker: id }
      child.postMessage(handover, [port1])
    },
    endWorker: (id) => workers.get(id)?.kill(),
  }
}
