import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tier } from '../durability/tiers.ts'
import { controlLeaks, type HtmlResult, leaksOf, showVectors } from './html/run.ts'
import { vectorsOf } from './html/vectors.ts'

let result: HtmlResult

beforeAll(async () => {
  result = await showVectors(vectorsOf(Number(tier.htmlVectors)))
}, 600_000)

describe('hostile HTML mail in Chromium', () => {
  test('asks for nothing, runs nothing and leads nowhere, also with any one layer gone', () => {
    expect(leaksOf(result)).toEqual([])
    expect(result.shown.map(({ without }) => without.join(' and '))).toEqual([
      'network block',
      'frame sandbox and network block',
      'mail policy and network block',
      'page policy and network block',
      '',
      'sanitiser',
    ])
  })

  test('would be caught: with every layer gone most of it gets through', () => {
    const seen = controlLeaks(result)
    expect(seen.length).toBeGreaterThan(result.controlVectors.length * 0.75)
    expect(result.control.traces.scripts.size).toBeGreaterThan(20)
    expect(result.control.traces.navigations.size).toBeGreaterThan(3)
  })
})

test('the frame of the reader is the frame shown here', () => {
  const view = readFileSync(join(import.meta.dirname, '../../src/views/evidence/MessageBody.tsx'), 'utf8')
  expect(view).toMatch(/<iframe\s[^>]*sandbox=""[^>]*src=\{`\/content\/messages\/\$\{message\.id\}\/body`\}/s)
})
