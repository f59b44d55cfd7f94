import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName } from './safe-path.ts'

describe('cleanFileName', () => {
  test.each([
    ['合同 2024-03.pdf', '合同 2024-03.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\win.ini', 'C__Windows_win.ini'],
    ['..', 'unnamed'],
    [' . . ', 'unnamed'],
    ['', 'unnamed'],
    ['.htaccess', 'htaccess'],
    ['report.pdf. . ', 'report.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1 .tar.gz', '_com1 .tar.gz'],
    ['LPT².doc', '_LPT².doc'],
    ['console.log', 'console.log'],
    [`con${' '.repeat(150)}x.txt`, '_con.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nc\u200B.txt', 'ab  c.txt'],
    ['file.txt:stream', 'file.txt_stream'],
    ['half \uD83D.txt', 'half .txt'],
    ['cafe\u0301.txt', 'café.txt'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean)
  })

  test('shortens by whole characters and keeps the extension', () => {
    const clean = cleanFileName(`${'证据目录'.repeat(20)}👩‍👧.docx`)
    expect(clean).toBe(`${'证据目录'.repeat(20).slice(0, 38)}.docx`)
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(120)
  })

  test('holds its promises for any text', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      ' ',
      'CON',
      'nul',
      ':',
      '\u202E',
      '\u0000',
      '合',
      'e\u0301',
      '\uDC00',
    )
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(names, (name) => {
        const clean = cleanFileName(name)
        expect(clean).not.toMatch(/^[\s.]|[\s.]$|[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^$/u)
        expect(clean).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/iu)
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(120)
        expect(cleanFileName(clean)).toBe(clean)
      }),
      { numRuns: 2_000 },
    )
  })
})
