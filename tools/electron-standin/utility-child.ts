import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { MessagePort } from './message-port.ts'

/** `process.parentPort` of a utility process, over the channel Node gave this child. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(structuredClone(message))
  }

  start(): void {}
}

const parentPort = new ParentPort()
Object.assign(process, { type: 'utility', parentPort })
process.on('message', ({ data }: { data: unknown }, socket: unknown) =>
  parentPort.emit('message', { data, ports: socket ? [new MessagePort(socket as Socket)] : [] }),
)
