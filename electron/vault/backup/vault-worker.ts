import { openWorkerPort } from '../../workers/worker-port.ts'
import { serveVault } from './serve-vault.ts'

const port = openWorkerPort()
port.onMessage(serveVault((reply) => port.post(reply)))
