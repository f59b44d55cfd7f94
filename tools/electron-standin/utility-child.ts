import { EventEmitter } from 'node:events'

/** `process.parentPort` of a utility process, over the channel Node gave this child. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(structuredClone(message))
  }

  start(): void {}
}

const parentPort = new ParentPort()
Object.assign(process, { type: 'utility', parentPort })
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }))
