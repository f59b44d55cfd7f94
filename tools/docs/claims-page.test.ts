import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { TIERS } from '../../tests/durability/tiers.ts'
import type { Shown } from './claim.ts'
import { CHAPTERS, NOT_COVERED } from './claims.ts'
import { claimsPage } from './claims-page.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const claims = CHAPTERS.flatMap((chapter) => chapter.claims)

/** Why a test does not show anything: it is not there, or has no such title. */
function missing({ file, title }: Shown): string | null {
  const path = resolve(ROOT, file)
  if (!existsSync(path)) return `${file} is not there`
  const text = readFileSync(path, 'utf8')
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`))
    ? null
    : `${file} has no “${title}”`
}

test('docs/claims.md says what is promised; else run: node tools/docs/write-claims.ts', () => {
  expect(readFileSync(resolve(ROOT, 'docs/claims.md'), 'utf8')).toBe(claimsPage())
})

test('every promise is shown by a test that is there', () => {
  expect(claims.length).toBeGreaterThan(20)
  expect(claims.flatMap(({ shown }) => shown.map(missing)).filter((each) => each !== null)).toEqual([])
  expect(claims.filter(({ shown }) => shown.length === 0)).toEqual([])
})

test('a promise without its test is seen', () => {
  expect(missing({ file: 'tests/nowhere.test.ts', title: 'x' })).toBe('tests/nowhere.test.ts is not there')
  const here = 'tools/docs/claims-page.test.ts'
  expect(missing({ file: here, title: `no such ${'title'}` })).toBe(`${here} has no “no such title”`)
})

test('every count of the tiers belongs to a promise, and nothing breaks the table', () => {
  const counted = claims.map(({ count }) => count?.of).filter((of) => typeof of === 'string')
  expect([...counted].sort()).toEqual(Object.keys(TIERS.gate).sort())
  for (const { promise, limits } of claims) expect(`${promise}${limits}`).not.toMatch(/[|\n]/u)
  expect(NOT_COVERED.length).toBeGreaterThan(5)
})
