import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBody } from '../../electron/mail/read-body.ts'
import { type ReadResult, readMessage } from '../../electron/mail/read-message.ts'
import { readPart } from '../../electron/mail/read-part.ts'
import { mail, mixed, PLAIN_FIELDS } from './support/compose-mail.ts'
import { CORPUS } from './support/corpus-facts.ts'

/** Far below the 10 s a message may take; what costs its square takes minutes. Time of the processor, not of the clock. */
const QUICK_MS = 5_000

function measure<T>(work: () => T): { result: T; cpuMs: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, cpuMs: (user + system) / 1_000 }
}

function readQuickly(bytes: Buffer): ReadResult {
  const { result, cpuMs } = measure(() => readMessage(bytes))
  expect(cpuMs).toBeLessThan(QUICK_MS)
  return result
}

function outcome(bytes: Buffer): string {
  const result = readQuickly(bytes)
  return result.ok ? 'read' : result.reason
}

function nested(levels: number): Buffer {
  const opening = Array.from({ length: levels }, () => 'Content-Type: message/rfc822\r\n\r\n').join('')
  return mail(PLAIN_FIELDS.concat(opening.trimEnd()), 'Subject: innermost\r\n\r\nx')
}

function deep(levels: number): Buffer {
  let body = ''
  for (let level = 0; level < levels; level += 1)
    body += `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`
  return mail([...PLAIN_FIELDS, 'Content-Type: multipart/mixed; boundary=b0'], body)
}

describe('what is no message, or too much of one, is refused with its reason', () => {
  test.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'EMPTY'],
    ['blank lines', () => Buffer.from('\r\n \r\n\t\n'), 'EMPTY'],
    ['random octets', () => randomBytes(2_000_000), 'NOT_A_MESSAGE'],
    ['zero octets', () => Buffer.alloc(5_000_000), 'EMPTY'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_A_MESSAGE'],
    ['prose', () => Buffer.from('Dear Sir: we\nNote: this\n\nis no mail'), 'NOT_A_MESSAGE'],
    ['1,001 parts', () => mixed(Array.from({ length: 1_001 }, () => '\r\nx')), 'TOO_MANY_PARTS'],
    ['1,000 parts', () => mixed(Array.from({ length: 1_000 }, () => '\r\nx')), 'read'],
    ['200,000 parts', () => mixed(Array.from({ length: 200_000 }, () => '\r\nx')), 'TOO_MANY_PARTS'],
    ['multiparts 33 deep', () => deep(33), 'TOO_DEEP'],
    ['multiparts 31 deep', () => deep(31), 'read'],
    ['multiparts 10,000 deep', () => deep(10_000), 'TOO_DEEP'],
    ['messages 8 deep', () => nested(8), 'read'],
    ['messages 9 deep', () => nested(9), 'TOO_DEEP'],
    ['messages 10,000 deep', () => nested(10_000), 'TOO_DEEP'],
    [
      '2,001 header fields',
      () => mail([...PLAIN_FIELDS, ...Array.from({ length: 2_001 }, () => 'X: y')]),
      'TOO_MANY_HEADERS',
    ],
    [
      'a header field of 2 MiB',
      () => mail([...PLAIN_FIELDS, `X-A: ${'a'.repeat(2 ** 21)}`]),
      'TOO_MANY_HEADERS',
    ],
    ['151 MiB', () => Buffer.concat([mail(PLAIN_FIELDS), Buffer.alloc(151 * 2 ** 20, 'a')]), 'TOO_LARGE'],
  ])('%s', (_, make, expected) => {
    expect(outcome(make())).toBe(expected)
  })
})

describe('what costs other readers their square is read in time', () => {
  const header = (field: string) => mail([...PLAIN_FIELDS, field], 'x')
  const body = (type: string, encoding: string, content: string) =>
    mail([...PLAIN_FIELDS, `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`], content)
  const K = 1_000

  test.each<[string, () => Buffer]>([
    ['blanks in quoted-printable', () => body('text/plain', 'quoted-printable', `${' '.repeat(5_000 * K)}x`)],
    ['equals signs in quoted-printable', () => body('text/plain', 'quoted-printable', '='.repeat(3_000 * K))],
    ['equals signs and blanks', () => body('text/plain', 'quoted-printable', '=    '.repeat(600 * K))],
    [
      'an equals sign before a sea of blanks',
      () => body('text/plain', 'quoted-printable', `= ${' '.repeat(3_000 * K)}`.repeat(2)),
    ],
    ['padding in base64', () => body('application/pdf', 'base64', 'QQ==\r\n'.repeat(300 * K))],
    ['an encoded word that never ends', () => header(`Subject: ${'=?utf-8?B?'.repeat(60 * K)}`)],
    ['many encoded words', () => header(`Subject: ${'=?utf-8?Q?=E5?= '.repeat(40 * K)}`)],
    ['open comments in an address', () => header(`Cc: ${'('.repeat(400 * K)}`)],
    ['open quotes in an address', () => header(`Cc: ${'"\\'.repeat(200 * K)}`)],
    ['open brackets in an address', () => header(`Cc: ${'<'.repeat(500 * K)}`)],
    ['at signs in an address', () => header(`Cc: ${'a@'.repeat(250 * K)}`)],
    ['100,000 addresses', () => header(`Cc: ${'a@b, '.repeat(100 * K)}`)],
    ['blanks in an address', () => header(`Cc: a${' '.repeat(500 * K)}b`)],
    ['100,000 parameters', () => header(`Content-Type: text/plain; ${'a=b; '.repeat(100 * K)}`)],
    [
      'RFC 2231 pieces',
      () =>
        header(
          `Content-Disposition: attachment; ${Array.from({ length: 50 * K }, (_, n) => `filename*${n}*=%41`).join('; ')}`,
        ),
    ],
    ['blanks in a parameter', () => header(`Content-Type: text/plain; a${' '.repeat(300 * K)}`)],
    ['blanks in a date', () => header(`Date: Mon, 1${' '.repeat(300 * K)}Jan`)],
    ['digits in a date', () => mail([`Date: ${'1 '.repeat(200 * K)}`, 'From: a@b'])],
    ['brackets in references', () => header(`References: ${'<a'.repeat(200 * K)}`)],
    ['blank lines in the text', () => body('text/plain', '7bit', '\n'.repeat(5_000 * K))],
    ['open elements in HTML', () => body('text/html', '7bit', '<div>'.repeat(400 * K))],
    ['open raw elements in HTML', () => body('text/html', '7bit', '<title><script>'.repeat(200 * K))],
    ['brackets in HTML', () => body('text/html', '7bit', '<'.repeat(3_000 * K))],
    ['entities in HTML', () => body('text/html', '7bit', '&amp'.repeat(700 * K))],
    ['cid addresses in HTML', () => body('text/html', '7bit', 'cid:'.repeat(700 * K))],
    ['a base64 line of 50 MB', () => body('application/pdf', 'base64', 'A'.repeat(50_000 * K))],
    [
      '8-bit text that lies about its charset',
      () => mail([...PLAIN_FIELDS, 'Content-Type: text/plain; charset=utf-8'], randomBytes(5_000 * K)),
    ],
    ['dashes that look like boundaries', () => mixed([`\r\n${'--b1 x\r\n'.repeat(200 * K)}`])],
    [
      'escapes of ISO-2022-JP',
      () => body('text/plain; charset=iso-2022-jp', '7bit', '\x1b$B!!\x1b(B'.repeat(100 * K)),
    ],
    ['shifts of HZ', () => body('text/plain; charset=hz-gb-2312', '7bit', '~{'.repeat(300 * K))],
    ['shifts of UTF-7', () => body('text/plain; charset=utf-7', '7bit', '+AAA-'.repeat(100 * K))],
  ])('%s', (_, make) => {
    expect(outcome(make())).toBe('read')
  })
})

describe('HTML beyond the limits is shown as text', () => {
  test.each([
    ['60,000 elements', `${'<b>x</b>'.repeat(30_000)}`],
    ['6 MiB', `<p>${'x'.repeat(6 * 2 ** 20)}</p>`],
    ['600 KiB of styles', `<p style="${'color:red;'.repeat(62_000)}">xxx</p>`],
  ])('%s', (_, html) => {
    const { result: body, cpuMs } = measure(() =>
      readBody(mail([...PLAIN_FIELDS, 'Content-Type: text/html'], html)),
    )
    expect(body.html).toBeNull()
    expect(body.text).toContain('xxx')
    // The view shows the warning, and offers no form that it cannot show.
    const result = readMessage(mail([...PLAIN_FIELDS, 'Content-Type: text/html'], html))
    expect(result.ok && result.message).toMatchObject({ hasHtml: false, warnings: ['HTML_TOO_LARGE'] })
    expect(cpuMs).toBeLessThan(QUICK_MS)
  })

  test('elements 20,000 deep do not overflow the stack', () => {
    const body = readBody(mail([...PLAIN_FIELDS, 'Content-Type: text/html'], `${'<div>'.repeat(20_000)}deep`))
    expect(body.text).toBe('deep')
  })
})

describe('a message cut off anywhere is read as far as it goes', () => {
  const attachment = randomBytes(3_000).toString('base64').replace(/.{76}/g, '$&\r\n')
  const whole = mixed([
    'Content-Type: text/plain; charset=utf-8\r\n\r\nThe price is agreed.',
    `Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}`,
  ])

  test('at every offset', () => {
    for (let end = 1; end < whole.length; end += 7) {
      const result = readMessage(whole.subarray(0, end))
      if (!result.ok) {
        expect(end).toBeLessThan(PLAIN_FIELDS[0]?.length ?? 0)
        expect(result.reason).toBe('NOT_A_MESSAGE')
      } else if (end > whole.indexOf('--b1\r\n') + 6 && end < whole.length - 8) {
        expect(result.message.warnings).toContain('MULTIPART_UNCLOSED')
        expect(result.message.subject).toBe('合同')
      }
    }
  })

  test('inside the header and inside a base64 group it is called truncated', () => {
    for (const end of [120, whole.indexOf('a.pdf') - 12, whole.lastIndexOf('--b1--') - 50]) {
      const result = readMessage(whole.subarray(0, end))
      expect(
        result.ok && result.message.warnings.some((code) => /TRUNCATED|UNCLOSED/.test(code)),
        `${end}`,
      ).toBe(true)
    }
  })

  test('the whole is not called truncated', () => {
    const result = readMessage(whole)
    expect(result.ok && result.message.warnings).toEqual([])
  })
})

describe('no bytes make the reader throw', () => {
  test('octets of real messages, changed at random', () => {
    const folder = join(CORPUS, 'stalwart-mail-parser')
    const seeds = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    const change = fc.record({ at: fc.nat(20_000), octets: fc.uint8Array({ maxLength: 6 }) })
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (seed, changes) => {
          const bytes = Buffer.from(seed)
          for (const { at, octets } of changes)
            if (bytes.length > 0)
              bytes.set(octets.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length)
          const result = readMessage(bytes)
          if (!result.ok) {
            expect(result.reason).not.toBe('READER_FAILED')
            return
          }
          readBody(bytes)
          for (const { partPath, sizeBytes } of result.message.attachments) {
            expect(readPart(bytes, partPath)?.bytes.length).toBe(sizeBytes)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
