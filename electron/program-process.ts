import { serveProgram } from './ipc/serve-program.ts'
import { openParentPort } from './workers/parent-port.ts'

const port = openParentPort()
if (!port) throw new TypeError('Started by no window')
serveProgram(port)
