import { watchMemory } from './memory-watch.ts'
import { serveMail } from './serve-mail.ts'
import { openWorkerPort } from './worker-port.ts'
import { MEMORY_MIB } from './worker-process.ts'

serveMail(openWorkerPort(), watchMemory(MEMORY_MIB['mail-worker']))
