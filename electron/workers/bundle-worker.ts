import { serveBundle } from '../documents/pdf/serve-bundle.ts'
import { openWorkerPort } from './worker-port.ts'

const port = openWorkerPort()
port.onMessage(serveBundle((reply) => port.post(reply)))
