import { beforeEach, describe, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'

type Page = Parameters<TestDesk['evidence']['list']>[0]

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft({ counterpartyMailboxes: ['hongda.example.cn', 'wang_wei@qq.example'] }))
  return () => desk.store.close()
})

const receive = (...mails: MailWords[]): string[] =>
  receiveMail(desk, caseId, ...mails.map(rawMail)).map((line) => line.messageId ?? '')
const list = (page: Partial<Page> = {}) =>
  desk.evidence.list({ caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50, ...page })
const subjects = (page: Partial<Page> = {}) => list(page).rows.map((row) => row.subject)
const on = (day: number) => `Thu, ${day} Jan 2026 09:00:00 +0800`

describe('order', () => {
  test('newest first, what has no date last, and the same on every page', () => {
    receive(
      ...['tie A', 'tie B', 'tie C'].map((subject) => ({ subject, messageId: subject, date: on(8) })),
      { subject: 'no date', messageId: 'n' },
      { subject: 'new', messageId: 'new', date: on(9) },
      { subject: 'old', messageId: 'old', date: on(1) },
    )
    const whole = subjects()
    expect(whole).toEqual(['new', 'tie C', 'tie B', 'tie A', 'old', 'no date'])
    const paged = [0, 2, 4].flatMap((offset) => subjects({ offset, limit: 2 }))
    expect(paged).toEqual(whole)
    expect(list({ offset: 4, limit: 2 }).total).toBe(6)
    expect(list({ offset: 60 })).toEqual({ rows: [], total: 6, hiddenCopies: 0 })
  })

  test('by the instant, whatever zone it was written in', () => {
    receive(
      { subject: 'later', messageId: 'l', date: 'Thu, 08 Jan 2026 01:30:00 +0000' },
      { subject: 'earlier', messageId: 'e', date: 'Thu, 08 Jan 2026 09:00:00 +0800' },
    )
    expect(subjects()).toEqual(['later', 'earlier'])
  })

  test('thread by thread: the one with the newest message first, inside it from the oldest on', () => {
    receive(
      { subject: 'quiet', messageId: 'q', date: on(5) },
      { subject: 'question', messageId: 'a', date: on(1) },
      { subject: 'answer', messageId: 'b', inReplyTo: 'a', date: on(9) },
    )
    expect(subjects({ order: 'thread' })).toEqual(['question', 'answer', 'quiet'])
  })

  test('an old answer that comes in late does not move its thread down', () => {
    receive(
      { subject: 'new', messageId: 'a', date: on(9) },
      { subject: 'other', messageId: 'o', date: on(8) },
    )
    receive({ subject: 'late', messageId: 'b', inReplyTo: 'a', date: on(2) })
    expect(subjects({ order: 'thread' })).toEqual(['late', 'new', 'other'])
  })

  test('threads that were joined stand where the newest of both stood', () => {
    receive(
      { subject: 'c', messageId: 'c', inReplyTo: 'b', date: on(9) },
      { subject: 'other', messageId: 'o', date: on(5) },
      { subject: 'a', messageId: 'a', date: on(1) },
    )
    receive({ subject: 'b', messageId: 'b', inReplyTo: 'a', date: on(2) })
    expect(subjects({ order: 'thread' })).toEqual(['a', 'b', 'c', 'other'])
  })
})

describe('search', () => {
  beforeEach(() => {
    receive(
      {
        subject: '催款函',
        messageId: '1',
        body: '我司尚欠贵司货款116,160.00欧元。',
        from: '聂堃 <nie@hongda.example.cn>',
      },
      {
        subject: 'Invoice RE-25-1183',
        messageId: '2',
        body: 'Payment is due.',
        file: { name: '提单.pdf', text: 'x' },
      },
      { subject: '款货', messageId: '3', body: '一个𠮷字，名㛃。Cafe\u0301' },
    )
  })

  test.each([
    ['货款', ['催款函']],
    ['尚欠 聂堃', ['催款函']],
    ['116,160.00', ['催款函']],
    ['invoi', ['Invoice RE-25-1183']],
    ['提单', ['Invoice RE-25-1183']],
    ['RE-25-1183', ['Invoice RE-25-1183']],
    ['𠮷字', ['款货']],
    ['㛃', ['款货']],
    ['CAFÉ', ['款货']],
    ['nie@hongda.example.cn', ['催款函']],
    ['货单', []],
    ['"货款', ['催款函']],
    ['貨款', ['催款函']],
    ['ｉｎｖｏｉｃｅ', ['Invoice RE-25-1183']],
    ['"payment is"', ['Invoice RE-25-1183']],
    ['"is payment"', []],
    ['"paym"', []],
    ['货款 OR invoice', ['Invoice RE-25-1183', '催款函']],
    ['货款 -聂堃', []],
    ['款 -invoice', ['款货', '催款函']],
    ['* " -', []],
    ['OR', []],
  ])('%s', (search, found) => {
    expect(subjects({ search })).toEqual(found)
    expect(list({ search }).total).toBe(found.length)
  })

  test('finds nothing of another case', () => {
    receiveMail(
      desk,
      desk.cases.add(caseDraft()),
      rawMail({ subject: 'theirs', messageId: '9', body: '货款' }),
    )
    expect(subjects({ search: '货款' })).toEqual(['催款函'])
  })
})

describe('filter', () => {
  test('the counterparty: its domain, what lies below it, its single mailbox, and nothing that only looks so', () => {
    const from = [
      'li@HONGDA.example.cn',
      'li@sales.hongda.example.cn',
      'wang_wei@qq.example',
      'wangxwei@qq.example',
      'li@xhongda.example.cn',
      'li@hongda.example.cn.evil.example',
    ]
    receive(
      ...from.map((each, at) => ({ from: each, subject: each, messageId: `${at}@x`, date: on(9 - at) })),
    )
    expect(subjects({ filter: { side: 'counterparty' } })).toEqual(from.slice(0, 3))
    const marked = list().rows.filter((row) => row.fromCounterparty)
    expect(marked.map((row) => row.subject)).toEqual(from.slice(0, 3))
  })

  test('no known mailbox, nothing of the counterparty', () => {
    const empty = desk.cases.add(caseDraft({ counterpartyMailboxes: [] }))
    receiveMail(desk, empty, rawMail({ from: 'a@b.example', messageId: '1' }))
    expect(list({ caseId: empty, filter: { side: 'counterparty' } })).toEqual({
      rows: [],
      total: 0,
      hiddenCopies: 0,
    })
  })

  test('attachments, statements, what could not be read', () => {
    const [withFile, marked] = receive(
      { subject: 'file', messageId: 'f', file: { name: 'a.pdf', text: 'x' } },
      { subject: 'said', messageId: 's', body: 'We owe it.' },
    )
    const [broken] = receiveMail(desk, caseId, Buffer.alloc(0))
    desk.confirmations.mark({ messageId: marked ?? '', kind: 'debt', quote: 'owe', quoteStart: 3 })
    const ids = (filter: Page['filter']) => list({ filter }).rows.map((row) => row.id)
    expect(ids({ attachments: true })).toEqual([withFile])
    expect(ids({ statements: 'any' })).toEqual([marked])
    expect(ids({ unreadable: true })).toEqual([broken?.messageId])
  })
})

describe('filter, combined', () => {
  test('days of Beijing, both included; a person in any field; exhibits; what was confirmed', () => {
    const [late, early, named] = receive(
      { subject: 'late', messageId: 'l', date: 'Thu, 08 Jan 2026 15:59:59 +0000' },
      { subject: 'early', messageId: 'e', date: 'Wed, 07 Jan 2026 16:00:00 +0000' },
      { subject: 'named', messageId: 'n', date: on(9), cc: 'WEI@hongda.example.cn', body: 'We owe it.' },
    )
    const ids = (filter: Page['filter']) => list({ filter }).rows.map((row) => row.id)
    expect(ids({ from: '2026-01-08', to: '2026-01-08' })).toEqual([late, early])
    expect(ids({ from: '2026-01-09' })).toEqual([named])
    expect(ids({ person: 'wei@HONGDA.example.cn' })).toEqual([named])
    expect(ids({ person: 'wei@hongda.example.cn', to: '2026-01-08' })).toEqual([])
    expect(ids({ form: 'mail', channel: 'email', exhibit: 'out' })).toEqual([named, late, early])
    expect([ids({ exhibit: 'in' }), ids({ form: 'chat' })]).toEqual([[], []])
    const text = desk.evidence.get(named ?? '').text
    const statementId = desk.confirmations.mark({
      messageId: named ?? '',
      kind: 'debt',
      quote: 'owe',
      quoteStart: text.indexOf('owe'),
    })
    expect([ids({ statements: 'unconfirmed' }), ids({ statements: 'confirmed' })]).toEqual([[named], []])
    desk.confirmations.decide({ statementId, messageId: late ?? '', verdict: 'confirms', quote: '' })
    expect([ids({ statements: 'unconfirmed' }), ids({ statements: 'confirmed' })]).toEqual([[], [named]])
  })
})

describe('copies', () => {
  test('other copies of one message are left out with a count, shown when asked for, and found by their own words', () => {
    const [first, second] = receive(
      { subject: 'one', messageId: 'same', date: on(1), body: 'as sent' },
      { subject: 'one', messageId: 'same', date: on(1), body: 'as received, with a disclaimer' },
      { subject: 'other', messageId: 'else', date: on(2) },
    )
    expect(list()).toMatchObject({ total: 2, hiddenCopies: 1 })
    expect(list().rows[1]).toMatchObject({ id: first, copyCount: 1, copyOf: null })
    const all = list({ filter: { copies: true } })
    expect(all).toMatchObject({ total: 3, hiddenCopies: 0 })
    expect(all.rows.find((row) => row.id === second)).toMatchObject({ copyCount: 1, copyOf: first })
    expect(list({ search: 'disclaimer' })).toMatchObject({ total: 0, hiddenCopies: 1 })
    expect(list({ order: 'thread' }).rows).toHaveLength(2)
  })
})

test('a hit says where it stands, with the words around it', () => {
  receive({
    subject: '催款函',
    messageId: '1',
    from: '聂堃 <nie@hongda.example.cn>',
    body: `${'前'.repeat(60)}尚欠\n貨款${'後'.repeat(300)}`,
    file: { name: '提单.pdf', text: 'x' },
  })
  const hit = (search: string) => list({ search }).rows[0]?.hit
  expect(hit('货款')).toEqual({
    where: 'body',
    fileName: '',
    before: `${'前'.repeat(11)}尚欠 `,
    match: '貨款',
    after: '後'.repeat(160),
  })
  expect(hit('催款')).toMatchObject({ where: 'subject', match: '催款', after: '函' })
  expect(hit('nie@hongda')).toMatchObject({ where: 'header', match: 'nie@hongda' })
  expect(hit('提单')).toMatchObject({ where: 'file', match: '提单' })
})

test('a row says what was marked, decided and attached, and begins its preview with words', () => {
  const [said, answer] = receive(
    {
      from: 'A <a@b.example>',
      messageId: 's',
      date: on(1),
      body: '  \n\nWe  owe\n it.',
      file: { name: 'a.pdf', text: 'x' },
    },
    { from: 'li@hongda.example.cn', messageId: 'a', date: on(2), body: '𠮷'.repeat(200) },
  )
  const mark = (quote: string, quoteStart: number) =>
    desk.confirmations.mark({ messageId: said ?? '', kind: 'debt', quote, quoteStart })
  const text = desk.evidence.get(said ?? '').text
  const statementId = mark('owe', text.indexOf('owe'))
  mark('it.', text.indexOf('it.'))
  const decide = (verdict: 'confirms' | 'rejected', messageId = '') =>
    desk.confirmations.decide({ statementId, messageId, verdict, quote: '' })
  decide('confirms', answer)
  decide('rejected', said)
  const [newest, oldest] = list().rows
  expect(newest).toMatchObject({ id: answer, fromCounterparty: true, answerCount: 1, statements: [] })
  expect(newest?.preview).toBe('𠮷'.repeat(160))
  expect(oldest).toMatchObject({ fromName: 'A', preview: 'We owe it.', attachmentCount: 1, answerCount: 0 })
  expect(oldest?.statements.toSorted()).toEqual(['confirmed', 'unconfirmed'])
})
