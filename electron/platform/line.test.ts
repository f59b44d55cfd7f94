import { expect, test } from 'vitest'
import { LineError, type LinePort, openLine } from './line.ts'

interface Sums {
  add(a: number, b: number): number
  fail(): Promise<never>
  note(word: string): void
  never(): Promise<void>
}

/** Two ends of a line, over copies, each heard a turn later. */
function pair(): [LinePort, LinePort] {
  const listeners: ((message: unknown) => void)[] = []
  const end = (mine: number, other: number): LinePort => ({
    post: (message) => queueMicrotask(() => listeners[other]?.(structuredClone(message))),
    onMessage: (listener) => {
      listeners[mine] = listener
    },
  })
  return [end(0, 1), end(1, 0)]
}

function sums() {
  const [here, there] = pair()
  const noted: string[] = []
  openLine(there, {
    add: (a: number, b: number) => a + b,
    fail: () => Promise.reject(Object.assign(new Error('尚欠货款'), { code: 'DISK_FULL' })),
    note: (word: string) => void noted.push(word),
    never: () => new Promise(() => undefined),
  })
  return { line: openLine<Sums>(here, {}), noted }
}

test('a call is answered, also several at once', async () => {
  const { line } = sums()
  expect(await Promise.all([line.ask.add(1, 2), line.ask.add(3, 4)])).toEqual([3, 7])
})

test('of a failure only the code comes over', async () => {
  const failure: unknown = await sums()
    .line.ask.fail()
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(LineError)
  expect(failure).toMatchObject({ code: 'DISK_FULL', message: 'DISK_FULL' })
})

test('what is told is not answered, and keeps its order', async () => {
  const { line, noted } = sums()
  line.tell.note('a')
  line.tell.note('b')
  await line.ask.add(0, 0)
  expect(noted).toEqual(['a', 'b'])
})

test('a name that the other side does not have, inherited ones too, fails', async () => {
  const [here, there] = pair()
  openLine(there, {})
  const line = openLine<{ toString(): string; absent(): void }>(here, {})
  await expect(line.ask.absent()).rejects.toMatchObject({ code: 'UNKNOWN_CALL' })
  await expect(line.ask.toString()).rejects.toMatchObject({ code: 'UNKNOWN_CALL' })
})

test('a line that is cut leaves nobody waiting', async () => {
  const { line } = sums()
  const waits = line.ask.never()
  const settled = line.settled()
  line.cut()
  await expect(waits).rejects.toMatchObject({ code: 'CUT' })
  await settled
  await expect(line.ask.add(1, 1)).rejects.toMatchObject({ code: 'CUT' })
})
