import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import { describe, expect, it } from 'vitest'
import { makeSet } from '../../../tests/views/exhibits/make-set.ts'
import { withGroupMove, withMove, without, withWording } from './set-changes.ts'

const numbered = (set: ExhibitSet): ExhibitSet => {
  let n = 0
  for (const { exhibits } of set.groups)
    for (const exhibit of exhibits) {
      n += 1
      exhibit.number = `证据${n}`
    }
  return set
}
const set = numbered(makeSet(6))
const numbersOf = ({ groups }: ExhibitSet): string[] =>
  groups.flatMap(({ exhibits }) => exhibits.map(({ number }) => number))
const ALL = [1, 2, 3, 4, 5, 6].map((n) => `证据${n}`)
const [first, second] = set.groups
const moved = first?.exhibits[0]?.id ?? ''

describe('a change shown before its answer', () => {
  it('keeps the numbers with the places while exhibits move', () => {
    const after = withMove(moved, { groupId: second?.id ?? '', position: 1 })(set)
    expect(after.groups.map(({ exhibits }) => exhibits.length)).toEqual([1, 3, 2])
    expect(after.groups[1]?.exhibits[1]).toMatchObject({ id: moved, number: '证据3' })
    expect(numbersOf(after)).toEqual(ALL)
  })
  it('keeps the numbers with the places while groups move', () => {
    const after = withGroupMove(first?.id ?? '', 2)(set)
    expect(after.groups.at(-1)?.id).toBe(first?.id)
    expect(numbersOf(after)).toEqual(ALL)
  })
  it('closes the gap of what is removed', () => {
    expect(numbersOf(without(moved)(set))).toEqual(ALL.slice(0, 5))
  })
  it('changes nothing but the one exhibit, however often it is applied', () => {
    const change = withWording(moved, { copies: 3 })
    expect(change(change(set))).toEqual(change(set))
    expect(change(set).groups[1]).toEqual(set.groups[1])
  })
  it('leaves the list alone where what it speaks of has gone', () => {
    expect(withMove('gone', { groupId: second?.id ?? '', position: 0 })(set)).toBe(set)
    expect(withMove(moved, { groupId: 'gone', position: 0 })(set)).toBe(set)
  })
})
