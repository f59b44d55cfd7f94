import { expect, test } from 'vitest'
import { findPart, playPart } from './play-part.ts'
import { tierName } from './tiers.ts'

const MINUTES = 60_000

test('whichever call to the disk fails, nothing is lost and a sentence says so', {
  timeout: 60 * MINUTES,
}, async () => {
  expect(await playPart(findPart('failures'), tierName)).toEqual([])
})
