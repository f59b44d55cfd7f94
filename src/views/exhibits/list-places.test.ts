import { describe, expect, it } from 'vitest'
import { makeSet } from '../../../tests/views/exhibits/make-set.ts'
import { dropPlace, type Edge, placeOf, stepPlace } from './list-places.ts'
import { listRows } from './list-rows.ts'
import { withMove } from './set-changes.ts'

const set = makeSet(6)
const ids = set.groups.map(({ exhibits }) => exhibits.map(({ id }) => id))
const at = (group: number, place: number): string => ids[group]?.[place] ?? ''
const emptied = {
  ...set,
  groups: set.groups.map((group, n) => (n === 1 ? { ...group, exhibits: [] } : group)),
}

describe('one step', () => {
  it('stays in the group while there is room', () => {
    expect(stepPlace(set, at(0, 0), 1)).toEqual({ groupId: set.groups[0]?.id, position: 1 })
  })
  it('enters the next group at its top, and the one before at its end', () => {
    expect(stepPlace(set, at(0, 1), 1)).toEqual({ groupId: set.groups[1]?.id, position: 0 })
    expect(stepPlace(set, at(1, 0), -1)).toEqual({ groupId: set.groups[0]?.id, position: 2 })
  })
  it('enters an empty group', () => {
    expect(stepPlace(emptied, at(0, 1), 1)).toEqual({ groupId: set.groups[1]?.id, position: 0 })
  })
  it('ends at either end of the list', () => {
    expect(stepPlace(set, at(0, 0), -1)).toBeUndefined()
    expect(stepPlace(set, at(2, 1), 1)).toBeUndefined()
  })
})

describe('letting go over a row', () => {
  const land = (exhibitId: string, overId: string, edge: Edge): string[][] => {
    const over = listRows(set).find(({ id }) => id === overId)
    const place = over && dropPlace(set, exhibitId, over, edge)
    if (!place) throw new Error('nowhere to land')
    return withMove(exhibitId, place)(set).groups.map(({ exhibits }) => exhibits.map(({ id }) => id))
  }
  it('lands on the side of the row that was shown, above and below, in its own group and in others', () => {
    for (const moved of ids.flat())
      for (const over of ids.flat().filter((id) => id !== moved))
        for (const edge of ['before', 'after'] as const) {
          const order = land(moved, over, edge).find((group) => group.includes(over)) ?? []
          expect(order.indexOf(moved) - order.indexOf(over)).toBe(edge === 'before' ? -1 : 1)
        }
  })
  it('over the head of a group lands at the end of the group above, or at the top of this one', () => {
    const head = set.groups[1]?.id ?? ''
    expect(land(at(2, 0), head, 'before')[0]?.at(-1)).toBe(at(2, 0))
    expect(land(at(2, 0), head, 'after')[1]?.[0]).toBe(at(2, 0))
    expect(land(at(0, 0), head, 'before')[0]).toEqual([at(0, 1), at(0, 0)])
    expect(land(at(2, 0), set.groups[0]?.id ?? '', 'before')[0]?.[0]).toBe(at(2, 0))
  })
})

it('knows where an exhibit stands', () => {
  expect(placeOf(set, at(1, 1))).toMatchObject({ groupAt: 1, position: 1 })
  expect(placeOf(set, 'gone')).toBeUndefined()
})
