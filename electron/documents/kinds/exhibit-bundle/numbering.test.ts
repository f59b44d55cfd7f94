import { expect, test } from 'vitest'
import { labelGroup, labelled, linesOf, nameExhibit, numberExhibits } from './numbering.ts'

test('numbers run on across groups, or start anew in each', () => {
  expect(numberExhibits([2, 0, 1], 'continuous')).toEqual([['1', '2'], [], ['3']])
  expect(numberExhibits([2, 0, 1], 'by-group')).toEqual([['1-1', '1-2'], [], ['3-1']])
})

test('an exhibit is 证据1 before a court; before a tribunal C-1 from one side and R-1 from the other', () => {
  const name = (style: 'chinese' | 'arbitration', role: 'claimant' | 'respondent') =>
    nameExhibit('2-1', { style, role })
  expect(name('chinese', 'respondent')).toEqual({ zh: '证据2-1', en: 'Exhibit 2-1' })
  expect(name('arbitration', 'claimant')).toEqual({ zh: 'C-2-1', en: 'C-2-1' })
  expect(name('arbitration', 'respondent')).toEqual({ zh: 'R-2-1', en: 'R-2-1' })
})

test.each([
  [1, '第一组证据'],
  [10, '第十组证据'],
  [11, '第十一组证据'],
  [20, '第二十组证据'],
  [99, '第九十九组证据'],
])('the group %i is written %s', (ordinal, written) => {
  expect(labelGroup(ordinal).zh).toBe(written)
})

test('a text missing in the wanted language is printed in the other, and the same text once', () => {
  expect(linesOf({ zh: '合同', en: '' }, 'en')).toEqual(['合同'])
  expect(linesOf({ zh: '', en: 'Contract' }, 'both')).toEqual(['Contract'])
  expect(linesOf({ zh: 'C-1', en: 'C-1' }, 'both')).toEqual(['C-1'])
  expect(linesOf({ zh: '', en: '' }, 'zh')).toEqual([])
})

test('a colon is that of the language', () => {
  expect(labelled('原告', '某公司')).toBe('原告：某公司')
  expect(labelled('Plaintiff', 'X Ltd')).toBe('Plaintiff: X Ltd')
})
