import type { ChatLine, ChatOptions } from '@bridge/model/chat.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { previewChat, readChat } from '../../electron/chat/read-chat.ts'
import { compose, inCharset, makeTalk, type Said, WRITTEN } from './support/compose-chat.ts'

const NOTHING: ChatOptions = {
  format: null,
  charset: null,
  dateOrder: null,
  zone: 'Asia/Shanghai',
  columns: null,
  pattern: null,
}

/** Read as the assistant does: what the preview found is stated. */
function readAll(bytes: Buffer, stated: Partial<ChatOptions> = {}) {
  const options = { ...NOTHING, ...stated }
  const preview = previewChat(bytes, options)
  const found: ChatOptions = {
    ...options,
    format: preview.format,
    charset: preview.charset,
    dateOrder: preview.dateOrder,
    columns: options.columns ?? preview.table?.columns ?? null,
  }
  const items = [...readChat(bytes, found)]
  const lines = items.filter((item): item is ChatLine => 'text' in item)
  expect(lines.length).toBe(preview.counts.lines)
  expect(items.length - lines.length).toBe(preview.counts.unread)
  return { preview, lines, items }
}

const spoken = (lines: readonly ChatLine[]) =>
  lines.map(({ speaker, text, local }) => ({ who: speaker, text, local }))

const FORMATS = {
  androidGb: 'whatsapp-android',
  androidUs: 'whatsapp-android',
  androidDe: 'whatsapp-android',
  androidZh: 'whatsapp-android',
  iosZh: 'whatsapp-ios',
  iosGb: 'whatsapp-ios',
  iosUs: 'whatsapp-ios',
  wechatCopy: 'wechat-copy',
  timeAndName: 'time-and-name',
  timeNameText: 'time-and-name',
  trademanager: 'aliwangwang',
  csv: 'table',
} as const
const toMinute = ({ who, text, local }: { who: string | null; text: string; local: string | null }) => ({
  who,
  text,
  local: local?.slice(0, 16),
})

describe.each(Object.entries(FORMATS))('a talk of 400 lines written as %s', (key, format) => {
  const talk = makeTalk(400)
  const text = compose(talk, WRITTEN[key as keyof typeof FORMATS])

  test.each(['utf8', 'gb18030', 'utf-16le', 'utf-16be'])('in %s comes back word for word', (charset) => {
    const { preview, lines } = readAll(inCharset(text, charset))
    expect(preview.format).toBe(format)
    expect(preview.charset).toBe(charset)
    expect(preview.counts).toEqual({ lines: 400, said: 400, system: 0, media: 0, undated: 0, unread: 0 })
    expect(spoken(lines).map(toMinute)).toEqual(talk.map(toMinute))
  })

  test('every line says where it stands in the file', () => {
    const bytes = inCharset(text, 'gb18030')
    const { lines } = readAll(bytes)
    for (const { offset, speaker } of lines) {
      const there = inCharset(speaker ?? '', 'gb18030')
      const at = bytes.indexOf(there, offset)
      expect(at).toBeGreaterThanOrEqual(offset)
      expect(at - offset).toBeLessThan(45)
      expect(offset === 0 || bytes[offset - 1] === 0x0a).toBe(true)
    }
  })
})

test('WhatsApp: lines of several paragraphs, notes of the program, pictures left out, marks without a width', () => {
  const { lines, preview } = readAll(
    Buffer.from(
      [
        '\u200e[13/03/2024, 10:02:03] Hongda Sales: \u200eMessages and calls are end-to-end encrypted.',
        '[13/03/2024, 10:02:09] 王丽华: 您好',
        '',
        '第二段: 10:22 见',
        '\u200e[13/03/2024, 10:03:00] Martin: \u200e<attached: 00000012-PHOTO.jpg>',
        '[13/03/2024, 10:04:00] Martin: \u200eimage omitted',
        '[13/03/2024, 10:05:00] \u200eMartin changed the group name',
        '[13/03/2024, 10:06:00] ~\u202fAnna: see https://x.example/a: b',
      ].join('\r\n'),
    ),
  )
  expect(lines.map(({ kind }) => kind)).toEqual(['system', 'said', 'media', 'media', 'system', 'said'])
  expect(lines[1]?.text).toBe('您好\n\n第二段: 10:22 见')
  expect(lines[4]).toMatchObject({ speaker: null, text: 'Martin changed the group name' })
  expect(lines[5]).toMatchObject({ speaker: '~\u202fAnna', text: 'see https://x.example/a: b' })
  expect(preview.speakers.map(({ name }) => name)).toContain('王丽华')
})

test.each([
  ['2024/3/12 凌晨12:05', '2024-03-12T00:05:00'],
  ['2024/3/12 中午12:30', '2024-03-12T12:30:00'],
  ['2024/3/12 中午1:30', '2024-03-12T13:30:00'],
  ['2024年3月12日 下午10:22:33', '2024-03-12T22:22:33'],
  ['2024年3月12日 星期二 22:22', '2024-03-12T22:22:00'],
  ['12.03.24, 22:22', '2024-03-12T22:22:00'],
  ['12/03/2024 10:22 p. m.', '2024-03-12T22:22:00'],
  ['2024. 3. 12. 오후 10:22', '2024-03-12T22:22:00'],
  ['١٢/٠٣/٢٠٢٤، ٢٢:٢٢', '2024-03-12T22:22:00'],
  ['12-03-2024 22.22', '2024-03-12T22:22:00'],
  ['13/03/2024, 24:22', null],
  ['31/02/2024, 10:22', null],
])('%s means %s', (written, local) => {
  const { lines } = readAll(Buffer.from(`${written} - A: x\n13/03/2024, 10:22 - B: y\n`), {
    format: 'whatsapp-android',
    ...(written.startsWith('2024') ? {} : { dateOrder: 'dmy' }),
    ...(written.startsWith('2024') ? { dateOrder: 'ymd' } : {}),
  })
  expect(lines[0]?.local).toBe(local)
  expect(lines[0]?.raw).toBe(written)
})

test('a date that exists in two orders is told, with both days, and the running of time speaks for one', () => {
  const talk = makeTalk(30).map(
    (said, at): Said => ({ ...said, local: `2024-0${1 + (at % 9)}-0${1 + (at % 9)}T10:00:00` }),
  )
  const open = readAll(Buffer.from(compose(talk, WRITTEN.androidUs))).preview
  expect(open.ambiguous).toEqual([])
  const days = ['2024-03-09', '2024-03-10', '2024-03-11', '2024-04-02']
  const runs = days.map((day) => ({ local: `${day}T10:00:00`, who: 'A', text: 'x' }))
  const { preview } = readAll(Buffer.from(compose(runs, WRITTEN.androidUs)))
  expect(preview.dateOrders.length).toBeGreaterThan(1)
  expect(preview.dateOrder).toBe('mdy')
  expect(preview.ambiguous[0]?.days).toContainEqual({ order: 'mdy', day: '2024-03-09' })
  expect(preview.ambiguous[0]?.days).toContainEqual({ order: 'dmy', day: '2024-09-03' })
  expect(readAll(Buffer.from(compose(makeTalk(400), WRITTEN.androidUs))).preview.dateOrders).toEqual(['mdy'])
})

test('the zone is the stated one; without one no line has an instant, and nothing is assumed', () => {
  const bytes = Buffer.from(
    '[13/03/2024, 10:02:09] A: x\n[31/03/2024, 02:30:00] A: skipped\n[27/10/2024, 02:30:00] A: twice\n',
  )
  expect(readAll(bytes).lines[0]).toMatchObject({ at: '2024-03-13T02:02:09Z', zoneMinutes: 480 })
  expect(readAll(bytes, { zone: null }).lines[0]).toMatchObject({
    at: null,
    zoneMinutes: null,
    raw: '13/03/2024, 10:02:09',
  })
  const berlin = readAll(bytes, { zone: 'Europe/Berlin' }).lines
  expect(berlin[1]).toMatchObject({ at: null, local: '2024-03-31T02:30:00' })
  expect(berlin[2]).toMatchObject({ at: '2024-10-27T00:30:00Z', zoneMinutes: 120 })
  expect(readAll(bytes, { zone: 'Nowhere/Land' }).lines[0]?.at).toBeNull()
})

test("WeChat's mail: the day stands in a divider, the hour beside the name", () => {
  const { preview, lines } = readAll(
    inCharset(
      '以下为微信聊天记录，请查阅。\n\n—————  2024-03-01  —————\n\n\n王丽华  17:08\n\n样品已寄\n\nMartin  17:10\n\nThanks\n\n—————  2024-03-02  —————\n\n王丽华  09:01\n\n[图片]\n',
      'gb18030',
    ),
  )
  expect(preview.format).toBe('wechat-days')
  expect(preview.unread.map(({ text }) => text)).toEqual(['以下为微信聊天记录，请查阅。'])
  expect(spoken(lines)).toEqual([
    { who: '王丽华', text: '样品已寄', local: '2024-03-01T17:08:00' },
    { who: 'Martin', text: 'Thanks', local: '2024-03-01T17:10:00' },
    { who: '王丽华', text: '[图片]', local: '2024-03-02T09:01:00' },
  ])
  expect(lines[2]?.kind).toBe('media')
})

test('what WeChat copies without times keeps no time', () => {
  const { preview, lines } = readAll(
    Buffer.from('王丽华:\n样品已寄\n\nMartin:\nThanks: all good\n\n王丽华:\n好\n'),
  )
  expect(preview.format).toBe('wechat-untimed')
  expect(preview.counts).toMatchObject({ lines: 3, undated: 3 })
  expect(lines.map(({ raw, at }) => [raw, at])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ])
})

test('a table with the headings of an export tool, cells of several lines, and a row without words', () => {
  const { preview, lines, items } = readAll(
    Buffer.from(
      '\ufefflocalId,TalkerId,Type,IsSender,CreateTime,StrContent,StrTime,NickName\r\n1,9,1,0,1709287353,"第一行\n""引号"", 逗号",2024-03-01 18:02:33,王丽华\r\n2,9,1\r\n3,9,1,1,1709287400,ok,昨天 18:03,Martin\r\n',
    ),
  )
  expect(preview).toMatchObject({
    format: 'table',
    table: { columns: { time: 6, speaker: 7, text: 5 }, hasHeading: true },
  })
  expect(lines.map(({ text, raw, at }) => ({ text, raw, at }))).toEqual([
    { text: '第一行\n"引号", 逗号', raw: '2024-03-01 18:02:33', at: '2024-03-01T10:02:33Z' },
    { text: 'ok', raw: '昨天 18:03', at: null },
  ])
  expect(items.filter((item) => 'unread' in item)).toMatchObject([{ unread: { text: '2,9,1' } }])
  const byEpoch = readAll(Buffer.from('a;1709287353;王;x\nb;1709287400;李;y\nc;1709287500;王;z\n'), {
    zone: null,
  })
  expect(byEpoch.lines[0]).toMatchObject({ at: '2024-03-01T10:02:33Z', zoneMinutes: 0 })
})

test('a mark within the words of a cell opens nothing, and one that begins it may span lines', () => {
  const rows = Array.from({ length: 50 }, (_, at) =>
    at === 10 || at === 14 ? `2024-03-01 10:22:33,王,5" pipe ${at}` : `2024-03-01 10:22:33,王,line ${at}`,
  )
  const { lines, preview } = readAll(
    Buffer.from([...rows, '2024-03-01 10:23:00,王,"a\n5"" b, c"\n'].join('\n')),
  )
  expect(preview.counts).toMatchObject({ lines: 51, unread: 0 })
  expect(lines[10]?.text).toBe('5" pipe 10')
  expect(lines[50]?.text).toBe('a\n5" b, c')
})

test('a first row whose time cannot be read is a line without an instant, unless its words are headings', () => {
  const rows = '2024-03-01 10:22:33,Wang,when do you pay?\n2024-03-01 10:23:33,Lin,this month\n'
  const { lines, preview } = readAll(Buffer.from(`soon,Lin,I owe you 38600\n${rows}`))
  expect(lines.map(({ text }) => text)).toEqual(['I owe you 38600', 'when do you pay?', 'this month'])
  expect(lines[0]).toMatchObject({ raw: 'soon', speaker: 'Lin', local: null, at: null })
  expect(preview).toMatchObject({ counts: { undated: 1, unread: 0 }, table: { hasHeading: false } })
  expect(readAll(Buffer.from(`Time,Sender,Message\n${rows}`)).lines).toHaveLength(2)
})

test('a format nobody knows is read from a model line', () => {
  const bytes = Buffer.from('# talk\n<2024-03-01 10:22> [王] :: 你好\nmore\n<2024-03-01 10:23> [M] :: hi\n')
  const { lines, preview } = readAll(bytes, { format: 'pattern', pattern: '<{time}> [{speaker}] :: {text}' })
  expect(spoken(lines)).toEqual([
    { who: '王', text: '你好\nmore', local: '2024-03-01T10:22:00' },
    { who: 'M', text: 'hi', local: '2024-03-01T10:23:00' },
  ])
  expect(preview.unread).toEqual([{ offset: 0, text: '# talk' }])
  expect(readAll(bytes, { format: 'pattern', pattern: '{time}{speaker}' }).lines).toEqual([])
})

test('what is no chat is not made one', () => {
  for (const text of ['', '\n\n', 'Dear Sirs,\nplease find enclosed\n', '\0\u0001\u0002'])
    expect(previewChat(Buffer.from(text), NOTHING).format).toBeNull()
})

test('no bytes make it fail, and none is told twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '[13/03/2024, 10:02:09] A: ',
      '2024-03-01 10:22:33 ',
      '"',
      '\n',
      ',',
      '(2024-03-01 10:22:33):',
      '上午',
      '\u200e',
      '—————  2024-03-01  —————',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom('utf8', 'gb18030', 'utf-16le'),
      (pieces, charset) => {
        const { items } = readAll(inCharset(pieces.join(''), charset))
        const offsets = items.map((item) => ('unread' in item ? item.unread.offset : item.offset))
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
        expect(new Set(offsets).size).toBe(offsets.length)
      },
    ),
    { numRuns: 400 },
  )
})
