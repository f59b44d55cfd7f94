import { expect, it } from 'vitest'
import { paneCount, paneGroups } from './pane-groups.ts'

it('shows three, two or one place, and loses no pane', () => {
  expect(paneGroups(['a', 'b', 'c'], 3)).toEqual([['a'], ['b'], ['c']])
  expect(paneGroups(['a', 'b', 'c'], 2)).toEqual([['a'], ['b', 'c']])
  expect(paneGroups(['a', 'b', 'c'], 1)).toEqual([['a', 'b', 'c']])
})

it('has two places in a window of 1024 with its nav unfolded, three in one of 1280', () => {
  expect(paneCount(1024 - 148)).toBe(2)
  expect(paneCount(1280 - 148)).toBe(3)
})
