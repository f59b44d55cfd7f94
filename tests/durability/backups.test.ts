import { expect, test } from 'vitest'
import { findPart, playPart } from './play-part.ts'
import { tierName } from './tiers.ts'

const MINUTES = 60_000

test('backups come back equal, and damaged ones are refused by name', {
  timeout: 120 * MINUTES,
}, async () => {
  expect(await playPart(findPart('backups'), tierName)).toEqual([])
})
