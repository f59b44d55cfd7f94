import { expect, test } from 'vitest'
import { z } from 'zod'
import { factId } from './facts.ts'
import { randomIds } from './ids.ts'

test('an id is a UUID of version 7 that carries the present millisecond, and no two are alike', () => {
  const before = Date.now()
  const made = Array.from({ length: 2_000 }, () => randomIds.next())
  const after = Date.now()
  expect(new Set(made).size).toBe(made.length)
  for (const id of made) {
    expect(z.uuidv7().parse(id)).toBe(factId(id))
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(after)
  }
})
