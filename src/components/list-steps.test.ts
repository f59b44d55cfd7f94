import { expect, it } from 'vitest'
import { stepOf } from './list-steps.ts'

const at = (active: number) => ({ active, count: 10, page: 4 })

it('starts at the first row when none is active, and stays within the list', () => {
  expect(stepOf('j', at(-1))).toBe(0)
  expect(stepOf('ArrowUp', at(0))).toBe(0)
  expect(stepOf('PageDown', at(8))).toBe(9)
  expect(stepOf('End', at(2))).toBe(9)
})

it('leaves other keys, and empty lists, alone', () => {
  expect(stepOf('x', at(3))).toBeUndefined()
  expect(stepOf('j', { active: -1, count: 0, page: 1 })).toBeUndefined()
})
