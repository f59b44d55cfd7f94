import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { HEAP_MIB, type StartWorker } from '../workers/worker-process.ts'

/** Workers as Electron's utility processes. Their environment is empty: no keys, no paths, no proxies. */
export const startUtilityWorker: StartWorker = (name) => {
  const child = utilityProcess.fork(join(import.meta.dirname, `${name}.js`), [], {
    serviceName: `Redchop ${name}`,
    execArgv: [`--max-old-space-size=${HEAP_MIB[name]}`],
    env: {},
    stdio: 'ignore',
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
