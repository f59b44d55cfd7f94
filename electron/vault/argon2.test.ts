import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { argon2InThread, fitCost, measureCost } from './argon2.ts'

const thread = new URL('./argon2-thread.ts', import.meta.url)
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

test('the thread computes Argon2id and nothing else', async () => {
  // phc-winner-argon2, test.c: version 0x13, Argon2id, t=2, m=2^8 KiB, p=1.
  const key = await argon2InThread(thread).argon2id(bytes('password'), bytes('somesalt'), {
    m: 256,
    t: 2,
    p: 1,
  })
  expect(Buffer.from(key).toString('hex')).toBe(
    '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  )
})

test('the full cost leaves this thread free, and takes the secret with it', async () => {
  const kdf = argon2InThread(thread)
  const secret = bytes('ninety green turtles hum')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const deriving = kdf.argon2id(secret, Buffer.alloc(16), kdf.cost)
  expect(secret).toHaveLength(0)
  delay.enable()
  await deriving
  delay.disable()
  expect(delay.percentile(50) / 1e6).toBeLessThan(50)
})

test('a thread that fails is an error, not a wait without end', async () => {
  const { argon2id } = argon2InThread(thread)
  await expect(argon2id(bytes('x'), Buffer.alloc(1), { m: 256, t: 2, p: 1 })).rejects.toThrow(Error)
})

test.each([
  ['as it is on a usual computer', 1_200, { m: 262_144, t: 3, p: 1 }],
  ['more passes on a fast one', 300, { m: 262_144, t: 10, p: 1 }],
  ['less memory on a slow one', 5_600, { m: 65_536, t: 3, p: 1 }],
  ['never below 64 MiB and 3 passes', 60_000, { m: 65_536, t: 3, p: 1 }],
])('a passphrase costs %s', (_what, tookMs, cost) => {
  expect(fitCost({ m: 262_144, t: 3, p: 1 }, tookMs)).toEqual(cost)
})

test.each([
  ['is believed where it is usual', [1_200], 262_144],
  [
    'that is slow is taken again: a computer busy for a moment costs nobody the memory',
    [6_000, 1_300],
    262_144,
  ],
  ['that is slow once more is the computer', [6_000, 5_600], 65_536],
])('a measurement %s', async (_what, times, m) => {
  const left = [...times]
  const cost = await measureCost({ m: 262_144, t: 3, p: 1 }, async () => left.shift() ?? Number.NaN)
  expect(cost).toEqual({ m, t: 3, p: 1 })
  expect(left).toEqual([])
})
