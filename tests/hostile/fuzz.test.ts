import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createMailReader } from '../../electron/workers/mail-reader.ts'
import { reportFigure } from '../durability/play-part.ts'
import { timed } from '../durability/report.ts'
import { seeded } from '../durability/seeded.ts'
import { tier } from '../durability/tiers.ts'
import { startTestWorker } from '../support/start-test-worker.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { mutate } from './fuzz/mutate.ts'
import { fuzz } from './fuzz/run.ts'
import { MAILS } from './fuzz/seeds.ts'

const reader = createMailReader(startTestWorker)
afterAll(() => reader.close())

describe('fuzzed inputs', () => {
  test('break no reader, alter nothing, read the same twice, within 10 s and 512 MiB', async () => {
    const { result, seconds } = await timed(() => fuzz(tier.fuzzedInputs))
    expect(result.violations).toEqual([])
    expect(result.inputs).toBe(tier.fuzzedInputs)
    expect(result.peakMib).toBeLessThan(512)
    reportFigure('fuzz', {
      what: 'fuzzed inputs over all readers',
      counts: { inputs: result.inputs, 'MiB at most': result.peakMib },
      violations: [],
      seconds,
    })
  }, 1_200_000)

  test.each([
    ['crash', /planted/],
    ['hang', /more than 2000 ms/],
    ['memory', /more than 512 MiB/],
    ['alter', /bytes stay as they came/],
    ['waver', /the same bytes give the same/],
  ])(
    'would find a reader with the flaw: %s',
    async (planted, said) => {
      const { violations } = await fuzz(2, { planted, mostMs: 2_000 })
      expect(violations[0]).toMatch(said)
    },
    120_000,
  )
})

test('mail changed at random is delivered byte for byte, read or not', async () => {
  const folder = temporaryFolder()
  const given = Array.from({ length: 200 }, (_, at) => mutate(MAILS, seeded(at)))
  for (const [at, bytes] of given.entries()) writeFileSync(join(folder, `${1_000 + at}.eml`), bytes)
  const kept: string[] = []
  await reader.readSources([folder], {
    onItem: (item) => {
      if (item.kind === 'message') kept.push(hash('sha256', item.bytes))
    },
  })
  expect(kept).toEqual(given.map((bytes) => hash('sha256', bytes)))
}, 120_000)
