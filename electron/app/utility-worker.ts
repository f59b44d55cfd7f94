import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import { bareEnvironment } from '../workers/bare-environment.ts'
import { HEAP_MIB, type WorkerName } from '../workers/worker-process.ts'

/** A worker as Electron's utility process that talks over `port` alone. */
export function startUtilityWorker(name: WorkerName, port: MessagePortMain) {
  const child = utilityProcess.fork(join(import.meta.dirname, `${name}.js`), [], {
    serviceName: `Redchop ${name}`,
    execArgv: [`--max-old-space-size=${HEAP_MIB[name]}`],
    env: bareEnvironment(),
    stdio: 'ignore',
  })
  child.postMessage(null, [port])
  return {
    onExit: (listener: (code: number) => void) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
