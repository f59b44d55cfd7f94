import { expect, test } from 'vitest'
import { findPart, playPart } from './play-part.ts'
import { tierName } from './tiers.ts'

const MINUTES = 60_000

test('a power cut at any moment loses nothing that was acknowledged', {
  timeout: 120 * MINUTES,
}, async () => {
  expect(await playPart(findPart('power-cuts'), tierName)).toEqual([])
})

test('the power cuts catch every durability bug that is planted', { timeout: 60 * MINUTES }, async () => {
  expect(await playPart(findPart('bugs'), tierName)).toEqual([])
})
