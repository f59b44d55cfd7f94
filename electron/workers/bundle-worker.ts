import { serveBundle } from '../documents/pdf/serve-bundle.ts'
import { watchMemory } from './memory-watch.ts'
import { openWorkerPort } from './worker-port.ts'
import { MEMORY_MIB } from './worker-process.ts'

watchMemory(MEMORY_MIB['bundle-worker'])
const port = openWorkerPort()
port.onMessage(serveBundle((reply) => port.post(reply)))
