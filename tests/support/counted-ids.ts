import type { Ids } from '../../electron/platform/ids.ts'

/** Real UUIDs that count from one, so that a test can say which row came first. */
export function countedIds(): Ids {
  let count = 0
  return { next: () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}` }
}

/** A UUID that nothing in a test has. */
export const NOBODY = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
