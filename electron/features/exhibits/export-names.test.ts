import { expect, test } from 'vitest'
import { createPathGiver, exportName, paperNames } from './export-names.ts'

test('the papers are named in the language of the list', () => {
  expect(paperNames('zh')).toEqual({ list: '01 证据目录.docx', bundle: '02 证据卷.pdf' })
  expect(paperNames('en')).toEqual({ list: '01 Exhibit list.docx', bundle: '02 Exhibit bundle.pdf' })
  expect(paperNames('both').list).toBe('01 证据目录 Exhibit list.docx')
  expect(exportName('en', '2026-03-02')).toBe('Exhibits 2026-03-02')
})

test('an original bears its exhibit number and a subject that every system takes', () => {
  const paths = createPathGiver()
  expect(paths.original('证据1-1', null, 'Re: 合同/PO?', '.eml')).toBe('originals/证据1-1 Re_ 合同_PO_.eml')
  expect(paths.original('C-2', 3, '', '.eml')).toBe('originals/C-2 (3).eml')
  expect(paths.original('C-3', null, '题'.repeat(200), '.eml')).toMatch(/^originals\/C-3 题+\.eml$/u)
})

test('names that differ only in case or in composition are told apart', () => {
  const paths = createPathGiver()
  const given = ['scan.PDF', 'Scan.pdf', 'cafe\u0301.txt', 'caf\u00e9.txt', '../x', '..\\x'].map((name) =>
    paths.attachment('证据1', name),
  )
  expect(given).toEqual([
    'originals/attachments/证据1/scan.PDF',
    'originals/attachments/证据1/Scan (2).pdf',
    'originals/attachments/证据1/café.txt',
    'originals/attachments/证据1/café (2).txt',
    'originals/attachments/证据1/_x',
    'originals/attachments/证据1/_x (2)',
  ])
  expect(paths.attachment('证据2', 'scan.PDF')).toBe('originals/attachments/证据2/scan.PDF')
})

test('a thousand files of one long name all get a path of their own', () => {
  const paths = createPathGiver()
  const name = `${'报关单'.repeat(60)}.pdf`
  const given = Array.from({ length: 1_000 }, () => paths.attachment('证据1', name))
  expect(new Set(given).size).toBe(1_000)
})
