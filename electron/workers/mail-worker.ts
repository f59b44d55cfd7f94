import { serveMail } from './serve-mail.ts'
import { openWorkerPort } from './worker-port.ts'

serveMail(openWorkerPort())
