import { describe, expect, it } from 'vitest'
import { makeSet } from '../../../tests/views/exhibits/make-set.ts'
import { type CellPlace, stepCell, tabCell } from './grid-steps.ts'
import { listRows } from './list-rows.ts'

const set = makeSet(4)
const shape = { rows: listRows(set), shown: { showKind: false, showOriginality: false } }
const [head, exhibit] = shape.rows
const cell = (row: typeof head, column: CellPlace['column']): CellPlace => ({ rowId: row?.id ?? '', column })
const press = (from: CellPlace, key: string, ctrlKey = false) => stepCell(shape, from, { key, ctrlKey })

describe('arrows', () => {
  it('skip a column that is not shown', () => {
    expect(press(cell(exhibit, 'title'), 'ArrowRight')).toEqual(cell(exhibit, 'source'))
  })
  it('find the cell of a group that lies above', () => {
    expect(press(cell(exhibit, 'notes'), 'ArrowUp')).toEqual(cell(head, 'purpose'))
    expect(press(cell(exhibit, 'marks'), 'ArrowUp')).toEqual(cell(head, 'number'))
  })
  it('stop at the edges', () => {
    expect(press(cell(head, 'title'), 'ArrowUp')).toBeUndefined()
    expect(press(cell(exhibit, 'menu'), 'ArrowRight')).toBeUndefined()
  })
  it('reach the ends of the row and of the list', () => {
    expect(press(cell(exhibit, 'purpose'), 'Home')).toEqual(cell(exhibit, 'marks'))
    expect(press(cell(exhibit, 'purpose'), 'End', true)).toEqual(cell(shape.rows.at(-1), 'purpose'))
  })
})

describe('Tab', () => {
  it('passes through every cell that is typed in, once, to the end and back', () => {
    const walk = (from: CellPlace, step: 1 | -1): CellPlace[] => {
      const next = tabCell(shape, from, step)
      return next ? [next, ...walk(next, step)] : []
    }
    const start = cell(head, 'title')
    const there = [start, ...walk(start, 1)]
    expect(there).toHaveLength(3 * 2 + 4 * 6)
    const last = there.at(-1)
    expect(last && [last, ...walk(last, -1)].reverse()).toEqual(there)
  })
})
