import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk()
  return () => desk.store.close()
})

const CHAT = { kind: 'term', channel: 'wechat', speaker: '聂堃' } as const
const chat = (caseId: string, quote: string, saidOn: string | null = '2025-06-12') =>
  desk.confirmations.draftRequest([desk.confirmations.type({ caseId, ...CHAT, quote, saidOn })])

test('says in both languages who said what, when and where, and asks to confirm it', () => {
  const caseId = desk.cases.add(caseDraft({ contractTitle: '销售合同', contractNumber: 'OG-7' }))
  const { subject, body } = chat(caseId, '好的，同意。\n价格按7,650.00欧元一套算。')
  expect(subject).toBe('请确认：销售合同 OG-7 / Please confirm: 销售合同 OG-7')
  expect(body).toContain('宁波宏达机械有限公司：')
  expect(body).toContain('关于销售合同 OG-7，双方于2025年6月12日通过微信沟通时，聂堃表示：')
  expect(body).toContain('when we spoke by WeChat on 12 June 2025, 聂堃 said:')
  expect(body.match(/ {4}好的，同意。\n {4}价格按7,650\.00欧元一套算。/gu)).toHaveLength(2)
  expect(body).toContain('书面确认上述内容属实、准确')
  expect(body).toContain('confirm in writing that the above is true and accurate')
  expect(body.match(/Seller GmbH/gu)).toHaveLength(2)
  expect(body).not.toMatch(/[{}]/u)
})

test('leaves no hole where contract, day or name are unknown', () => {
  const caseId = desk.cases.add(caseDraft({ contractTitle: '', contractNumber: '', counterpartyNameEn: '' }))
  const { subject, body } = chat(caseId, '好的', null)
  expect(subject).toBe('请确认：双方之间的交易 / Please confirm: our business')
  expect(body).toContain('双方于此前通过微信沟通时')
  expect(body).toContain('on an earlier date')
  expect(body).toContain('Dear 宁波宏达机械有限公司,')
})

test('asks about several in one e-mail, numbered, once each in both languages', () => {
  const caseId = desk.cases.add(caseDraft())
  const say = (quote: string) => desk.confirmations.type({ caseId, ...CHAT, quote, saidOn: null })
  const [first, second] = [say('价格不变。'), say('月底付款。')]
  const { body } = desk.confirmations.draftRequest([first, second, first])
  expect(body.match(/^[12]\. /gmu)).toEqual(['1. ', '2. ', '1. ', '2. '])
  expect(body.match(/ {4}价格不变。/gu)).toHaveLength(2)
  expect(body.match(/ {4}月底付款。/gu)).toHaveLength(2)
  expect(body.match(/书面确认上述内容属实、准确/gu)).toHaveLength(1)
  const other = desk.cases.add(caseDraft())
  const foreign = desk.confirmations.type({ caseId: other, ...CHAT, quote: 'x', saidOn: null })
  expect(() => desk.confirmations.draftRequest([first, foreign])).toThrow('NOT_FOUND')
})

test('words of the case never work as wording', () => {
  const caseId = desk.cases.add(caseDraft({ contractTitle: '{speaker} $& $1', contractNumber: '' }))
  const { subject, body } = chat(caseId, '{date}')
  expect(subject).toContain('{speaker} $& $1')
  expect(body).toContain('    {date}')
})

test('goes to the mailboxes they wrote from last, then to those typed in, never to a bare domain or to us', () => {
  const mailboxes = ['hongda.example.cn', 'boss@private.example']
  const caseId = desk.cases.add(caseDraft({ counterpartyMailboxes: mailboxes }))
  const mail = (from: string, day: number) =>
    rawMail({ from, messageId: `${day}@x`, date: `Thu, ${day} Jan 2026 09:00:00 +0800`, body: `${day}` })
  receiveMail(
    desk,
    caseId,
    mail('old@hongda.example.cn', 1),
    mail('Wang@Hongda.example.cn', 9),
    mail('wang@hongda.example.cn', 2),
    mail('anna@seller.example', 10),
  )
  expect(chat(caseId, '好的').to).toEqual([
    'wang@hongda.example.cn',
    'old@hongda.example.cn',
    'boss@private.example',
  ])
})

test('what was said by e-mail is asked about as an e-mail', () => {
  const caseId = desk.cases.add(caseDraft())
  const mail = rawMail({
    from: 'li@hongda.example.cn',
    messageId: '1@x',
    date: 'Mon, 12 Jan 2026 00:30:00 +0800',
    body: 'We owe it.',
  })
  const [line] = receiveMail(desk, caseId, mail)
  const passage = {
    messageId: line?.messageId ?? '',
    kind: 'debt',
    quote: 'We owe it.',
    quoteStart: 0,
  } as const
  const { body } = desk.confirmations.draftRequest([desk.confirmations.mark(passage)])
  expect(body).toContain('li@hongda.example.cn于2026年1月12日的电子邮件中写道：')
  expect(body).toContain('in the e-mail of 12 January 2026, li@hongda.example.cn wrote:')
})
