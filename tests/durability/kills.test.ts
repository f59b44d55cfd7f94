import { expect, test } from 'vitest'
import { findPart, playPart } from './play-part.ts'
import { tierName } from './tiers.ts'

const MINUTES = 60_000

test('a program killed at any moment has lost nothing that it acknowledged', {
  timeout: 60 * MINUTES,
}, async () => {
  expect(await playPart(findPart('kills'), tierName)).toEqual([])
})
