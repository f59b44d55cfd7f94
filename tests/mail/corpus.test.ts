import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../electron/mail/read-message.ts'
import { KNOWN_DIFFERENCES } from './known-differences.ts'
import { CORPUS, differences, type Facts, factsOf, loadExpected, normalise } from './support/corpus-facts.ts'

interface Share {
  right: number
  all: number
}

/** Reads every message and lists `file field` for each difference, `file reason` for what was not read. */
function compareAll(): { found: string[]; shares: Map<string, Share> } {
  const found: string[] = []
  const shares = new Map<string, Share>()
  const count = (expected: Facts, wrong: ReadonlySet<string>): void => {
    for (const field of Object.keys(expected)) {
      const share = shares.get(field) ?? { right: 0, all: 0 }
      shares.set(field, { right: share.right + (wrong.has(field) ? 0 : 1), all: share.all + 1 })
    }
  }
  for (const [file, record] of Object.entries(loadExpected())) {
    if (record.kind === 'mbox') continue
    const bytes = readFileSync(join(CORPUS, file))
    const result = readMessage(bytes)
    if (!result.ok) {
      found.push(`${file} ${result.reason}`)
      continue
    }
    const expected = normalise(record.facts)
    const wrong = differences(factsOf(result.message, bytes), expected)
    count(expected, new Set(wrong))
    found.push(...wrong.map((field) => `${file} ${field}`))
  }
  return { found, shares }
}

describe('the corpus is read as independent readers read it', () => {
  const { found, shares } = compareAll()
  console.table(
    [...shares].map(([field, { right, all }]) => ({
      field,
      right,
      all,
      share: `${((100 * right) / all).toFixed(1)} %`,
    })),
  )

  test('no difference but those named with a reason', () => {
    expect(found.filter((difference) => !(difference in KNOWN_DIFFERENCES))).toEqual([])
  })

  test('no reason is kept for a difference that is gone', () => {
    expect(Object.keys(KNOWN_DIFFERENCES).filter((known) => !found.includes(known))).toEqual([])
  })
})
