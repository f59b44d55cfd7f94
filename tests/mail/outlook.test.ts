import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readBody } from '../../electron/mail/read-body.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import { readPart } from '../../electron/mail/read-part.ts'
import { mixed, PLAIN_FIELDS } from './support/compose-mail.ts'
import { composeMsg, composeTnef, type OutlookMessage, type Tagged } from './support/compose-outlook.ts'
import { CORPUS } from './support/corpus-facts.ts'
import { SMALL, SMALL_MSG, SMALL_TNEF } from './support/small-outlook.ts'

function messageOf(bytes: Buffer) {
  const result = readMessage(bytes)
  if (!result.ok) throw new Error(result.reason)
  return result.message
}

const read = (properties: Tagged, rest: Partial<OutlookMessage> = {}) =>
  messageOf(composeMsg({ properties, ...rest }))

const rtf = (text: string): Buffer => {
  const header = Buffer.alloc(16)
  header.writeUInt32LE(text.length + 12)
  header.writeUInt32LE(text.length, 4)
  header.write('MELA', 8, 'latin1')
  return Buffer.concat([header, Buffer.from(text, 'latin1')])
}

describe.each([
  ['a message file', SMALL_MSG],
  ['a winmail.dat', SMALL_TNEF],
])('%s', (_kind, bytes) => {
  test('is read in all its fields', () => {
    expect(messageOf(bytes)).toMatchObject({
      subject: 'RE: 余款',
      messageId: '1@supplier.example',
      from: [{ name: '林晓敏', address: 'lin@supplier.example' }],
      sender: [],
      to: [{ name: 'Li', address: 'li@buyer.example' }],
      date: { at: '2024-03-01T01:02:03Z', zoneMinutes: null, raw: 'PidTagClientSubmitTime' },
      receivedAt: '2024-03-01T01:02:33Z',
      text: '余款属实。',
      hasHtml: true,
      attachments: [
        { partPath: '1', fileName: '图.png', contentType: 'image/png', sizeBytes: 8, inline: true },
        { partPath: '2', fileName: 'Inner', nestedSubject: 'Inner', inline: false },
      ],
      warnings: [],
    })
  })

  test('shows its picture and gives its message inside as a file that opens again', () => {
    expect(readBody(bytes).html).toContain('data:image/png;base64,iVBORw0KGgo=')
    const inside = readPart(bytes, '2')
    expect(inside && messageOf(inside.bytes)).toMatchObject({ subject: 'Inner', text: 'inside' })
    expect(readPart(bytes, '3')).toBeNull()
  })
})

describe('texts that are not Unicode', () => {
  test.each([
    [936, 'gbk', '合同余款'],
    [950, 'big5', '貨款餘額'],
    [932, 'shift_jis', '契約書'],
    [1251, 'windows-1251', 'Договор поставки'],
  ])('are read in code page %i', (codePage, charset, text) => {
    const octets = iconv.encode(text, charset)
    const message = read({ 3604510: octets, 268435486: octets, 1073545219: codePage })
    expect(message).toMatchObject({ subject: text, text })
  })

  test('are read in the code page of the language where only the mail has one of its own', () => {
    const octets = iconv.encode('合同余款', 'gbk')
    expect(read({ 3604510: octets, 1071513603: 50_220, 1072758787: 0x0804 }).subject).toBe('合同余款')
  })

  test('are guessed, and said to be, where no code page is named', () => {
    const text = '本公司确认贵司所欠余款属实，将于下月底之前付清。'
    expect(read({ 268435486: iconv.encode(text, 'gbk') })).toMatchObject({
      text,
      warnings: expect.arrayContaining(['CHARSET_GUESSED']),
    })
  })
})

describe('people', () => {
  const EX = '/O=CORP/OU=SITE/CN=RECIPIENTS/CN=WANG'

  test('an address of Exchange stays what it is, and a mail address beside it comes first', () => {
    const sender = { 203030559: 'Wang', 203292703: 'EX', 203358239: EX }
    expect(read(sender).from).toEqual([{ name: 'Wang', address: EX }])
    expect(read({ ...sender, 1560346655: 'wang@corp.example' }).from).toEqual([
      { name: 'Wang', address: 'wang@corp.example' },
    ])
  })

  test('who sends for another is the sender, not the writer', () => {
    const message = read({
      4325407: 'Boss',
      6619167: 'boss@corp.example',
      203030559: 'Clerk',
      203358239: 'clerk@corp.example',
    })
    expect(message).toMatchObject({
      from: [{ address: 'boss@corp.example' }],
      sender: [{ address: 'clerk@corp.example' }],
    })
  })

  test('recipients are told apart by their kind, whatever else the number says', () => {
    const recipients = [1, 2, 3, 0x1000_0001].map((kind) => ({
      202702851: kind,
      805503007: `${kind}@b.example`,
    }))
    const { to, cc, bcc } = read({}, { recipients })
    expect([to, cc, bcc].map((people) => people.map(({ address }) => address))).toEqual([
      ['1@b.example', '268435457@b.example'],
      ['2@b.example'],
      ['3@b.example'],
    ])
  })
})

describe('the header that came with it', () => {
  const header = [
    'Microsoft Mail Internet Headers Version 2.0',
    'Received: from a by b; Fri, 01 Mar 2024 09:02:40 +0800',
    'From: =?utf-8?B?5p6X5pmT5pWP?= <lin@supplier.example>',
    'To: li@buyer.example',
    'Date: Fri, 1 Mar 2024 09:02:03 +0800',
    'Message-ID: <2@supplier.example>',
    'References: <0@a> <1@a>',
    '',
    '',
  ].join('\r\n')

  test('counts before the properties', () => {
    expect(read({ ...SMALL.properties, 8192031: header })).toMatchObject({
      messageId: '2@supplier.example',
      references: ['0@a', '1@a'],
      from: [{ name: '林晓敏', address: 'lin@supplier.example' }],
      date: { at: '2024-03-01T01:02:03Z', zoneMinutes: 480 },
      receivedAt: '2024-03-01T01:02:40Z',
      warnings: [],
    })
  })

  test('that disagrees with them is noted', () => {
    const later = { 3735616: new Date('2024-03-01T01:04:00Z'), 203358239: 'other@supplier.example' }
    expect(read({ ...SMALL.properties, 8192031: header, ...later }).warnings).toEqual(
      expect.arrayContaining(['DATE_DISAGREES', 'SENDER_DISAGREES']),
    )
  })
})

test('a draft is said to be one, and was never received', () => {
  const message = read({ ...SMALL.properties, 235339779: 8 })
  expect(message).toMatchObject({ receivedAt: null, warnings: ['UNSENT'] })
})

test('the length of the prefix of a subject is no part of it', () => {
  expect(read({ 3604511: '\u0001\u0005RE: a' }).subject).toBe('RE: a')
})

describe('a body in RTF only', () => {
  test.each([
    [
      'HTML',
      "{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\*\\htmltag <p>}\\'ba\\'cf\\'cd\\'ac{\\*\\htmltag </p>}}",
      '合同',
      true,
    ],
    ['text', "{\\rtf1\\ansi\\ansicpg1252\\fromtext caf\\'e9\\par x}", 'café\nx', false],
    [
      'its own',
      '{\\rtf1\\ansi{\\info{\\author No}}{\\fonttbl{\\f0 Arial;}}One\\par \\u21512?\\par}',
      'One\n合',
      false,
    ],
  ])('of %s is read', (_kind, text, said, hasHtml) => {
    expect(read({ 269025538: rtf(text) })).toMatchObject({ text: said, hasHtml })
  })

  test.each([
    ['groups without end', `{\\rtf1${'{'.repeat(100_000)}`],
    ['more octets than there are', '{\\rtf1 \\bin4000000000 x}'],
    ['no RTF', 'x'.repeat(40)],
    ['a character there is none of', '{\\rtf1\\ansi\\u99999999 ?}'],
  ])('of %s is noted, not tried', (_kind, text) => {
    expect(read({ 269025538: rtf(text) }).warnings).toContain('PART_UNREADABLE')
  })

  test('of lines without a command takes time in proportion to its length', () => {
    const lines = 'abc\r\n'.repeat(100_000)
    const startedMs = performance.now()
    expect(read({ 269025538: rtf(`{\\rtf1\\ansi ${lines}}`) }).text).toBe('abc'.repeat(100_000))
    expect(performance.now() - startedMs).toBeLessThan(5_000)
  })

  test('that promises a size no compression reaches is not undone', () => {
    const bomb = rtf('{\\rtf1 x}')
    bomb.writeUInt32LE(0x7fff_ffff, 4)
    bomb.write('LZFu', 8, 'latin1')
    expect(read({ 269025538: bomb }).warnings).toContain('PART_UNREADABLE')
  })
})

describe('winmail.dat in a MIME message', () => {
  const part = (type: string, bytes: Buffer): string =>
    `Content-Type: ${type}; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`

  test('is listed, and behind it what lies in it; its body is a file where the mail has its own', () => {
    const bytes = mixed(['Content-Type: text/plain\r\n\r\nown text', part('application/ms-tnef', SMALL_TNEF)])
    const message = messageOf(bytes)
    expect(message.text).toBe('own text')
    expect(message.attachments.map(({ partPath, fileName }) => [partPath, fileName])).toEqual([
      ['2', 'winmail.dat'],
      ['2.0', 'message.html'],
      ['2.1', '图.png'],
      ['2.2', 'Inner'],
    ])
    for (const { partPath, sizeBytes } of message.attachments)
      expect(readPart(bytes, partPath)?.bytes.length).toBe(sizeBytes)
  })

  test('gives the body, with its pictures, where the mail has none', () => {
    const bytes = mixed([part('application/octet-stream', SMALL_TNEF)])
    const message = messageOf(bytes)
    expect(message).toMatchObject({ subject: '合同', text: '余款属实。', hasHtml: true })
    expect(message.attachments.map(({ partPath }) => partPath)).toEqual(['1', '1.1', '1.2'])
    expect(readBody(bytes).html).toContain('data:image/png')
  })

  test('that is something else stays an attachment', () => {
    const message = messageOf(mixed([part('application/ms-tnef', Buffer.from('no'))]))
    expect(message.attachments.map(({ fileName }) => fileName)).toEqual(['winmail.dat'])
  })

  test('counts towards the parts of the message', () => {
    const attachments = Array.from({ length: 501 }, () => ({ properties: { 923074563: 1 } }))
    const half = part('application/ms-tnef', composeTnef({ properties: {}, attachments }))
    expect(readMessage(mixed([half, half]))).toEqual({ ok: false, reason: 'TOO_MANY_PARTS' })
  })
})

describe('limits', () => {
  const file = { properties: { 923074563: 1, 922812674: Buffer.from('x') } }
  const nest = (depth: number): OutlookMessage =>
    depth === 0
      ? { properties: { 3604511: 'innermost' } }
      : { properties: {}, attachments: [{ properties: { 923074563: 5 }, nested: nest(depth - 1) }] }

  test.each([
    ['msg', composeMsg],
    ['tnef', composeTnef],
  ])('hold for %s', (_kind, compose) => {
    const many = compose({ properties: {}, attachments: Array.from({ length: 1_001 }, () => file) })
    expect(readMessage(many)).toEqual({ ok: false, reason: 'TOO_MANY_PARTS' })
    expect(readMessage(compose(nest(9)))).toEqual({ ok: false, reason: 'TOO_DEEP' })
    expect(readMessage(compose(nest(8))).ok).toBe(true)
  })

  test('a large message inside comes out whole', () => {
    const content = Buffer.alloc(9 * 1024 ** 2, 'evidence')
    const bytes = composeMsg({
      properties: {},
      attachments: [
        {
          properties: { 923074563: 5 },
          nested: {
            properties: { 3604511: 'large' },
            attachments: [{ properties: { 923074563: 1, 922812674: content } }],
          },
        },
      ],
    })
    const inside = readPart(bytes, '1')?.bytes ?? Buffer.alloc(0)
    expect(readPart(inside, '1')?.bytes.equals(content)).toBe(true)
  })
})

describe('a damaged compound file', () => {
  const altered = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(SMALL_MSG)
    change(bytes)
    return bytes
  }
  const tableAt = (1 + SMALL_MSG.readUInt32LE(76)) * 512

  test('whose chains go round in a circle ends', () => {
    const bytes = altered((copy) => {
      for (let at = tableAt; at < tableAt + 512; at += 4) copy.writeUInt32LE(0, at)
    })
    expect(readMessage(bytes)).toEqual({ ok: false, reason: 'NOT_A_MESSAGE' })
  })

  test('whose directory goes round in a circle ends', () => {
    const bytes = altered((copy) => {
      for (const link of [68, 72, 76]) copy.writeUInt32LE(1, 512 + 128 + link)
    })
    expect(messageOf(bytes).warnings).toContain('PART_UNREADABLE')
  })

  test('that is cut off is read as far as it goes', () => {
    const whole = readFileSync(join(CORPUS, 'msgreader/Friday Lunch.msg'))
    const message = messageOf(whole.subarray(0, whole.length / 2))
    expect(message.subject).toBe('Friday Lunch')
    expect(message.warnings).toContain('TRUNCATED')
  })

  test.each([
    ['only its first octets', SMALL_MSG.subarray(0, 8)],
    ['no directory', altered((copy) => copy.writeUInt32LE(0xffff_fffe, 48))],
  ])('with %s is no message', (_what, bytes) => {
    expect(readMessage(bytes)).toEqual({ ok: false, reason: 'NOT_A_MESSAGE' })
  })
})

test('a message in text stays one whatever its file is called', () => {
  expect(messageOf(Buffer.from(`${PLAIN_FIELDS.join('\r\n')}\r\n\r\nx`)).subject).toBe('合同')
})
