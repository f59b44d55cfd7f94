import { expect, test } from 'vitest'
import { playPart } from '../play-part.ts'
import { tierName } from '../tiers.ts'
import { run } from './run.ts'

test('both verifiers find every altered record and export, in the same words, and pass every untouched one', {
  timeout: 600_000,
}, async () => {
  const part = { name: 'tampering', title: 'Altered custody records and exports', run }
  expect(await playPart(part, tierName)).toEqual([])
})
