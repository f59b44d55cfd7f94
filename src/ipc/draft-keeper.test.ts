import type { Reply } from '@bridge/errors.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftKeeper, SEAL_AFTER_MS } from './draft-keeper.ts'

let calls: [name: string, input: unknown][] = []
let answer: Reply<unknown>
const onTrouble = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  calls = []
  answer = { ok: true, value: {} }
  vi.stubGlobal('window', {
    bridge: {
      async call(name: string, input: unknown) {
        calls.push([name, input])
        return answer
      },
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('typing without a pause is sealed every 200 ms, each time as it stands', () => {
  const keeper = createDraftKeeper([], { onTrouble })
  for (let letter = 1; letter <= 10; letter += 1) {
    keeper.keep('form', 'x'.repeat(letter))
    vi.advanceTimersByTime(50)
  }
  expect(SEAL_AFTER_MS).toBeLessThanOrEqual(300)
  expect(calls).toEqual([
    ['drafts.keep', { key: 'form', text: '"xxxx"' }],
    ['drafts.keep', { key: 'form', text: '"xxxxxxxx"' }],
  ])
})

test('what is forgotten is dropped at once, and never kept again by a timer that still ran', () => {
  const keeper = createDraftKeeper([], { onTrouble })
  keeper.keep('form', 'x')
  keeper.forget('form')
  vi.advanceTimersByTime(1_000)
  expect(calls).toEqual([['drafts.drop', { key: 'form' }]])
  keeper.forget('form')
  expect(calls).toHaveLength(1)
})

test('what the store kept is read back; what it cannot read is as if it were not there', () => {
  const kept = [
    { key: 'form', text: '{"quote":"尚欠"}' },
    { key: 'broken', text: '{"quote' },
  ]
  const keeper = createDraftKeeper(kept, { onTrouble })
  expect([keeper.read('form'), keeper.read('broken'), keeper.read('none')]).toEqual([
    { quote: '尚欠' },
    undefined,
    undefined,
  ])
})

test('a draft that cannot be kept is told, unless the vault has just locked', async () => {
  const keeper = createDraftKeeper([], { onTrouble })
  for (const code of ['VAULT_LOCKED', 'DRAFTS_FULL'] as const) {
    answer = { ok: false, error: { code, data: {} } }
    keeper.keep('form', 'x')
    await keeper.flush()
  }
  expect(onTrouble.mock.calls).toEqual([[{ code: 'DRAFTS_FULL', data: {} }]])
  expect(keeper.read('form')).toBe('x')
})

test('a draft that could not be kept is sealed by the next flush, as it then stands', async () => {
  const keeper = createDraftKeeper([], { onTrouble })
  answer = { ok: false, error: { code: 'DISK_FULL', data: {} } }
  keeper.keep('form', 'x')
  await keeper.flush()
  answer = { ok: true, value: {} }
  await keeper.flush()
  await keeper.flush()
  expect(calls).toEqual([
    ['drafts.keep', { key: 'form', text: '"x"' }],
    ['drafts.keep', { key: 'form', text: '"x"' }],
  ])
})
