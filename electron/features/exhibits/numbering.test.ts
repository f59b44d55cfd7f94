import { expect, test } from 'vitest'
import { type NumberingSettings, numberSet } from './numbering.ts'

const settings = (change: Partial<NumberingSettings> = {}): NumberingSettings => ({
  language: 'zh',
  numberStyle: 'chinese',
  numbering: 'continuous',
  submitterRole: 'plaintiff',
  ...change,
})

const names = (sizes: number[], change?: Partial<NumberingSettings>): string[][] =>
  numberSet(sizes, settings(change)).map((group) => group.exhibits.map((exhibit) => exhibit.name))

test('continuous numbers run through the groups', () => {
  expect(names([2, 1])).toEqual([['证据1', '证据2'], ['证据3']])
})

test('numbers by group begin anew in each', () => {
  expect(names([2, 1], { numbering: 'by-group' })).toEqual([['证据1-1', '证据1-2'], ['证据2-1']])
  expect(
    names([2], { numbering: 'by-group', numberStyle: 'arbitration', submitterRole: 'claimant' }),
  ).toEqual([['C-1-1', 'C-1-2']])
})

test('a claimant files C-1, a respondent R-1', () => {
  expect(names([1], { numberStyle: 'arbitration', submitterRole: 'claimant' })).toEqual([['C-1']])
  expect(names([1], { numberStyle: 'arbitration', submitterRole: 'respondent' })).toEqual([['R-1']])
})

test('an English list names exhibits in English, a bilingual one as the court calls them', () => {
  expect(names([1], { language: 'en' })).toEqual([['Exhibit 1']])
  expect(names([1], { language: 'both' })).toEqual([['证据1']])
})

test('an empty group takes no number, so that none is missing in court', () => {
  const groups = numberSet([1, 0, 1], settings({ numbering: 'by-group' }))
  expect(groups.map((group) => group.label.zh)).toEqual(['第一组证据', '', '第二组证据'])
  expect(groups.map((group) => group.exhibits.map((exhibit) => exhibit.number))).toEqual([
    ['1-1'],
    [],
    ['2-1'],
  ])
})

test('group labels are right up to ninety-nine', () => {
  const labels = numberSet(
    Array.from({ length: 99 }, () => 1),
    settings(),
  ).map((group) => group.label)
  const at = (ordinal: number): string | undefined => labels[ordinal - 1]?.zh
  expect([1, 2, 9, 10, 11, 19, 20, 21, 30, 90, 99].map(at)).toEqual([
    '第一组证据',
    '第二组证据',
    '第九组证据',
    '第十组证据',
    '第十一组证据',
    '第十九组证据',
    '第二十组证据',
    '第二十一组证据',
    '第三十组证据',
    '第九十组证据',
    '第九十九组证据',
  ])
  expect(labels[41]?.en).toBe('Group 42')
  expect(new Set(labels.map((label) => label.zh)).size).toBe(99)
})
