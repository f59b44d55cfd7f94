import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createLinedWorkers } from './lined-worker.ts'
import type { HandedPort } from './parent-port.ts'

class Port extends EventEmitter implements HandedPort {
  readonly sent: unknown[] = []
  postMessage(message: unknown): void {
    this.sent.push(message)
  }
  start(): void {}
}

function startOne() {
  const asked: string[] = []
  const workers = createLinedWorkers({
    startWorker: (id, name) => asked.push(`start ${id} ${name}`),
    endWorker: (id) => asked.push(`end ${id}`),
  })
  const worker = workers.start('mail-worker')
  const heard: unknown[] = []
  worker.onMessage((message) => heard.push(message))
  worker.onExit((code) => heard.push({ code }))
  return { workers, worker, asked, heard, port: new Port() }
}

test('what is said before the port has come is said once it is there, in order', () => {
  const { workers, worker, port } = startOne()
  worker.post('a')
  workers.arrived(1, port)
  worker.post('b')
  expect(port.sent).toEqual(['a', 'b'])
})

test('the end is heard after all that the process said', () => {
  const { workers, heard, port } = startOne()
  workers.arrived(1, port)
  workers.ended(1, 9)
  port.emit('message', { data: 'last words' })
  port.emit('close')
  expect(heard).toEqual(['last words', { code: 9 }])
})

test('a process that ended before its port came has ended', () => {
  const { workers, heard } = startOne()
  workers.ended(1, 1)
  expect(heard).toEqual([{ code: 1 }])
})

test('another process starts and ends it', () => {
  const { worker, asked } = startOne()
  worker.kill()
  expect(asked).toEqual(['start 1 mail-worker', 'end 1'])
})
