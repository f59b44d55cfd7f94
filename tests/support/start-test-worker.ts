import { join } from 'node:path'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'

/** Real workers in real child processes, run from their sources instead of the build. */
export const startTestWorker = startChildWorker((name) => join(import.meta.dirname, 'workers', `${name}.ts`))
