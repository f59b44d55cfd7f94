import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { listStandings } from './list-standings.ts'
import { standingOf } from './standing.ts'
import { createTranslationsService, type TranslationsService } from './translations-service.ts'

const BODY = 'We confirm that USD 48,500 is still unpaid. We will pay by the end of May.'
const DRAFT = {
  language: 'zh',
  text: '我方确认尚欠四万八千五百美元。',
  translator: '信达',
  credential: '',
  madeOn: null,
} as const

let desk: TestDesk
let translations: TranslationsService
let messageId: string
beforeEach(async () => {
  desk = await openTestDesk()
  translations = createTranslationsService(desk)
  const mail = rawMail({
    from: 'a@b.example',
    messageId: '1@b',
    body: BODY,
    file: { name: 'a.pdf', text: 'x' },
  })
  messageId = receiveMail(desk, desk.cases.add(caseDraft()), mail)[0]?.messageId ?? ''
})
afterEach(() => desk.close())

const standings = () => listStandings(desk.store.read, [messageId]).map(({ standing }) => standing)

test('a passage, then the whole message, then its file are translated, and it is said how each stands', () => {
  expect(standings()).toEqual(['missing', 'unknown'])
  const quote = 'We will pay by the end of May.'
  const passage = { what: 'passage', messageId, quote, quoteStart: BODY.indexOf(quote) } as const
  translations.add(passage, { ...DRAFT, text: '我方将于五月底前付款。' })
  expect(standings()).toEqual(['partly', 'unknown'])
  const whole = translations.add({ what: 'message', messageId }, DRAFT)
  translations.add({ what: 'file', messageId, partPath: '2' }, DRAFT)
  expect(standings()).toEqual(['translated', 'translated'])
  translations.change(whole, { ...DRAFT, language: 'en' })
  expect(standings()).toEqual(['partly', 'translated'])
  translations.remove(whole)
  expect(translations.list(messageId)).toHaveLength(2)
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})

test('a passage must stand where it is said to, and a file must be there', () => {
  const wrong = { what: 'passage', messageId, quote: 'We will pay', quoteStart: 0 } as const
  expect(() => translations.add(wrong, DRAFT)).toThrow('PASSAGE_NOT_FOUND')
  expect(() => translations.add({ what: 'file', messageId, partPath: '9' }, DRAFT)).toThrow('NOT_FOUND')
  expect(() => translations.change('nobody', DRAFT)).toThrow('NOT_FOUND')
})

test.each([
  ['货款尚欠48,500美元，请于五月底前付清。', 'chinese'],
  ['We owe it.', 'missing'],
  ['货款尚欠四万八千五百美元。 USD 48,500 is still unpaid.', 'chinese'],
  ['Dear Mr. Wang 王总, the balance of USD 48,500 is still unpaid, please pay.', 'missing'],
  [
    'We confirm that we owe USD 48,500 and will pay in May.\n本邮件及其附件仅供收件人使用，如误收请立即删除并通知发件人，谢谢您的配合。',
    'mixed',
  ],
  ['https://example.com/invoice a@b.example 48,500', 'chinese'],
  ['', 'chinese'],
  [null, 'unknown'],
])('%s is %s', (text, standing) => {
  expect(standingOf(text, [])).toBe(standing)
})
