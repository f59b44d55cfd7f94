import { fork } from 'node:child_process'
import { constants } from 'node:os'
import { bareEnvironment } from './bare-environment.ts'
import { HEAP_MIB, type StartWorker, type WorkerName } from './worker-process.ts'

function isObject(message: unknown): message is object {
  return typeof message === 'object' && message !== null
}

/** A process ended by a signal has no exit code; shells count from 128, and so does this. */
function exitCode(code: number | null, signal: NodeJS.Signals | null): number | null {
  return signal === null ? code : 128 + constants.signals[signal]
}

/**
 * Workers as Node child processes, for the command line and tests. Their environment is empty and their output goes
 * nowhere, for it could hold text of a case.
 * @param entryOf Path of a worker's entry module.
 */
export function startChildWorker(entryOf: (name: WorkerName) => string): StartWorker {
  return (name) => {
    const child = fork(entryOf(name), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MIB[name]}`],
      env: bareEnvironment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // A line that breaks shows as the end of the process; writing to it then is no error of its own.
    child.on('error', () => child.kill('SIGKILL'))
    return {
      post: (message) => {
        if (child.connected && isObject(message)) child.send(message, () => undefined)
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('close', (code, signal) => listener(exitCode(code, signal))),
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
