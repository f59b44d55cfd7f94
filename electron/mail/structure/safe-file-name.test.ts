import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './safe-file-name.ts'

test.each([
  ['合同.pdf', '合同.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\evil.exe', 'evil.exe'],
  ['C:\\Users\\li\\合同 终稿.docx', '合同 终稿.docx'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\r\nb\0c.txt', 'abc.txt'],
  ['  spaced   name .pdf ', 'spaced name .pdf'],
  ['..', ''],
  ['', ''],
])('%j is shown as %j', (name, shown) => {
  expect(safeFileName(name)).toBe(shown)
})

test('a long name keeps its extension and whole characters', () => {
  const shown = safeFileName(`${'证据'.repeat(60)}.pdf`)
  expect(shown).toMatch(/^(?:证据)+证?\.pdf$/)
  expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(120)
})

test('whatever comes in, what is shown is short, plain and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const shown = safeFileName(name)
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(120)
      expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
      expect(safeFileName(shown)).toBe(shown)
    }),
  )
})
