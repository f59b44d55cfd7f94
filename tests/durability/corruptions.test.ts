import { expect, test } from 'vitest'
import { findPart, playPart } from './play-part.ts'
import { tierName } from './tiers.ts'

const MINUTES = 60_000

test('damage to any file is seen and what is damaged is named', { timeout: 120 * MINUTES }, async () => {
  expect(await playPart(findPart('corruptions'), tierName)).toEqual([])
})
