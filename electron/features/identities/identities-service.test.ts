import type { BasisDraft, IdentityDraft } from '@bridge/model/identity.ts'
import { beforeEach, expect, test } from 'vitest'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { attachmentTexts } from '../../store/schema/index.ts'
import { createReadingsService } from '../readings/index.ts'
import { createIdentitiesService, type IdentitiesService } from './identities-service.ts'

const pdf = await openRenderer()
let desk: TestDesk
let identities: IdentitiesService
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  identities = createIdentitiesService({ ...desk, pdf })
  caseId = desk.cases.add(caseDraft())
  return () => desk.close()
})

const SIGNED = `We shall pay next week.

Best regards,
Li Qiang
Sales Manager
Ningbo Hongda Machinery Co., Ltd.`
const receive = (...mails: MailWords[]): string[] =>
  receiveMail(desk, caseId, ...mails.map(rawMail)).map(({ messageId }) => messageId ?? '')
const draft = (change: Partial<IdentityDraft> = {}): IdentityDraft => ({
  side: 'counterparty',
  kind: 'email',
  value: 'li@hongda.example.cn',
  companyZh: '宁波宏达机械有限公司',
  companyEn: '',
  person: '李强',
  position: '经理',
  ...change,
})
const basis = (change: Partial<BasisDraft> = {}): BasisDraft => ({
  kind: 'order',
  messageId: null,
  quote: '',
  note: 'PO-7',
  ...change,
})
const senders = () => identities.listSenders({ caseId, offset: 0, limit: 50 })

test('senders are counted by address, with their names, the busiest first', () => {
  receive(
    {
      from: 'Li Qiang <LI@hongda.example.cn>',
      to: 'k@seller.example',
      messageId: '1@x',
      date: 'Mon, 16 Sep 2024 09:00:00 +0800',
    },
    {
      from: '李强 <li@hongda.example.cn>',
      to: 'k@seller.example',
      messageId: '2@x',
      date: 'Tue, 17 Sep 2024 09:00:00 +0800',
    },
    {
      from: 'a@stranger.example',
      to: 'li@hongda.example.cn',
      messageId: '3@x',
      date: 'Wed, 18 Sep 2024 09:00:00 +0800',
    },
  )
  const { senders: found, total } = senders()
  expect(total).toBe(3)
  expect(found[0]).toMatchObject({
    address: 'li@hongda.example.cn',
    names: expect.arrayContaining(['Li Qiang', '李强']),
    side: 'counterparty',
    seen: { sentCount: 2, namedCount: 1, firstAt: '2024-09-16T01:00:00Z', lastAt: '2024-09-18T01:00:00Z' },
  })
  expect(found.map(({ address, side }) => [address, side])).toContainEqual(['a@stranger.example', null])
})

test('former readings are counted nowhere; other copies of a message name addresses and are not sent again', async () => {
  const sent = { from: 'li@hongda.example.cn', to: 'k@seller.example', messageId: '1@x' }
  const [first = ''] = receive(
    sent,
    { ...sent, body: 'other copy' },
    { ...sent, from: 'li@hongda-pay.example.cn' },
  )
  await createReadingsService(desk).choose(first, 'big5')
  const counts = new Map(senders().senders.map(({ address, seen }) => [address, seen]))
  expect(counts.get('li@hongda.example.cn')).toMatchObject({ sentCount: 1, namedCount: 0 })
  expect(counts.get('k@seller.example')).toMatchObject({ sentCount: 0, namedCount: 1 })
  expect(counts.get('li@hongda-pay.example.cn')).toMatchObject({ sentCount: 0 })
  expect(desk.cases.list('', false)[0]?.messageCount).toBe(3)
})

test('a former reading is no paper of the contract', async () => {
  const [first = ''] = receive({ from: 'li@hongda.example.cn', messageId: '1@x', body: 'See the contract.' })
  const text = 'Contract PO-7: li@hongda.example.cn'
  const place = { messageId: first, position: 0, piece: 0 }
  desk.store.write((writer) => {
    const read = { state: 'read', text, readAt: desk.clock.now() } as const
    writer
      .insert(attachmentTexts)
      .values({ ...place, ...read })
      .run()
  })
  const quotes = () => senders().senders[0]?.proposal.bases.map(({ quote }) => quote)
  expect(quotes()).toContain(text)
  await createReadingsService(desk).choose(first, 'big5')
  expect(quotes()).not.toContain(text)
})

test('a proposal rests on the signature and on the domain, word for word; nothing is entered by it', () => {
  const [messageId] = receive({ from: 'Li Qiang <li@hongda.example.cn>', messageId: '1@x', body: SIGNED })
  const [found] = senders().senders
  expect(found?.proposal.draft).toEqual({
    ...{ side: 'counterparty', kind: 'email', value: 'li@hongda.example.cn' },
    ...{ companyZh: '宁波宏达机械有限公司', companyEn: 'Ningbo Hongda Machinery Co., Ltd.' },
    ...{ person: 'Li Qiang', position: 'Sales Manager' },
  })
  expect(found?.proposal.bases).toMatchObject([
    {
      kind: 'signature-block',
      quote: 'Li Qiang\nSales Manager\nNingbo Hongda Machinery Co., Ltd.',
      message: { id: messageId },
    },
    { kind: 'domain', note: 'hongda.example.cn', message: null },
  ])
  expect(identities.list(caseId).map(({ value }) => value)).toEqual(['seller.example', 'hongda.example.cn'])
})

test('a company’s own signature under a strange address proposes its side, an imitated domain proposes none', () => {
  receive(
    { from: 'Li Qiang <liqiang@163.com>', messageId: '1@x', body: SIGNED },
    { from: 'Li Qiang <li@hongda-pay.example.cn>', messageId: '2@x', body: 'Pay here.' },
  )
  const found = new Map(senders().senders.map((each) => [each.address, each]))
  expect(found.get('liqiang@163.com')).toMatchObject({
    side: null,
    proposal: { draft: { side: 'counterparty' } },
  })
  expect(found.get('li@hongda-pay.example.cn')).toMatchObject({
    side: null,
    flags: [
      { code: 'LOOKALIKE_DOMAIN', other: 'hongda.example.cn', likeness: 'added' },
      { code: 'PERSON_HAS_OTHER_ADDRESS', other: 'liqiang@163.com' },
    ],
    proposal: { draft: { side: 'third-party' }, bases: [] },
  })
})

test('what is accepted is the counterparty’s everywhere from then on, and the case form knows it', () => {
  const [messageId = ''] = receive({ from: '李强 <LiQiang@163.com>', messageId: '1@x', body: SIGNED })
  const revision = desk.cases.get(caseId).revision
  expect(desk.evidence.get(messageId)).toMatchObject({
    fromCounterparty: false,
    flags: [{ code: 'FREE_MAIL' }],
  })
  identities.add(caseId, draft({ value: 'LiQiang@163.com' }), [basis({ messageId, quote: 'Sales Manager' })])
  expect(desk.evidence.get(messageId)).toMatchObject({ fromCounterparty: true, flags: [] })
  const record = desk.cases.get(caseId)
  expect(record.counterpartyMailboxes).toContain('liqiang@163.com')
  expect(record.revision).toBe(revision + 1)
  expect(() => desk.cases.change(caseId, revision, caseDraft())).toThrow('CHANGED_ELSEWHERE')
})

test('the case form keeps what an identity carries, and takes out only what it no longer names', () => {
  const id = identities.add(caseId, draft(), [basis()])
  const { revision, ...record } = desk.cases.get(caseId)
  desk.cases.change(
    caseId,
    revision,
    caseDraft({ ...record, counterpartyMailboxes: ['li@hongda.example.cn', 'new.example'] }),
  )
  const found = identities.list(caseId)
  expect(found.find((each) => each.id === id)).toMatchObject({ person: '李强', bases: [{ note: 'PO-7' }] })
  expect(found.map(({ value }) => value).sort()).toEqual([
    'li@hongda.example.cn',
    'new.example',
    'seller.example',
  ])
})

test('an address stands once on each side, however it is written', () => {
  const id = identities.add(caseId, draft(), [])
  expect(() => identities.add(caseId, draft({ value: 'LI@hongda.example.cn' }), [])).toThrow('IDENTITY_KNOWN')
  const other = identities.add(caseId, draft({ side: 'third-party' }), [])
  expect(() => identities.change(other, draft())).toThrow('IDENTITY_KNOWN')
  identities.change(id, draft({ person: '王伟' }))
  expect(identities.list(caseId).find((each) => each.id === id)?.person).toBe('王伟')
  identities.add(caseId, draft({ kind: 'wechat', value: 'LiQiang-88' }), [])
  expect(identities.list(caseId).at(-1)).toMatchObject({ kind: 'wechat', value: 'LiQiang-88', seen: null })
})

test('a basis quotes what its message says, of this case; nothing is left behind where it does not', () => {
  const [messageId = ''] = receive({ from: 'li@hongda.example.cn', messageId: '1@x', body: SIGNED })
  const other = desk.cases.add(caseDraft())
  const before = identities.list(caseId).length
  for (const [wrong, code] of [
    [basis({ messageId, quote: 'Purchasing Manager' }), 'PASSAGE_NOT_FOUND'],
    [basis({ quote: 'Sales Manager' }), 'PASSAGE_NOT_FOUND'],
    [basis({ messageId: NOBODY }), 'NOT_FOUND'],
  ] as const)
    expect(() => identities.add(caseId, draft(), [wrong])).toThrow(code)
  expect(() => identities.add(other, draft(), [basis({ messageId })])).toThrow('NOT_FOUND')
  expect(identities.list(caseId)).toHaveLength(before)
  const id = identities.add(caseId, draft(), [])
  const basisId = identities.addBasis(id, basis({ messageId, quote: 'Sales Manager' }))
  const bases = () => identities.list(caseId).find((each) => each.id === id)?.bases
  expect(bases()).toMatchObject([{ id: basisId, message: { id: messageId } }])
  identities.removeBasis(basisId)
  expect(bases()).toEqual([])
  identities.remove(id)
  expect(identities.list(caseId)).toHaveLength(before)
})

test('the printed table is a document of the case, with its custody line and its audit entry', async () => {
  identities.add(caseId, draft(), [basis()])
  const messageId = await identities.print(caseId, 'both')
  const sheet = desk.evidence.get(messageId)
  expect(sheet).toMatchObject({
    form: 'document',
    channel: 'document',
    subject: '主体身份对照表 2026-03-02.pdf',
    date: { at: null },
    intakes: [{ sourceName: 'made by Redchop: 主体身份对照表 2026-03-02.pdf', outcome: 'stored' }],
  })
  const bytes = await desk.evidence.original(messageId)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(sheet.originalSizeBytes).toBe(bytes.length)
}, 60_000)

test('the table names a message by the day its sender wrote, and its own day by Beijing', async () => {
  let html = ''
  const noted = {
    render: (page: { html: string }) => {
      html = page.html
      return Promise.resolve(new Uint8Array(Buffer.from('%PDF-1.4')))
    },
    close: async () => undefined,
  }
  const date = 'Fri, 07 Mar 2025 07:00:00 +0800'
  const [messageId = ''] = receive({ from: 'li@hongda.example.cn', messageId: '1@x', date, body: SIGNED })
  identities.add(caseId, draft(), [basis({ messageId, quote: 'Sales Manager' })])
  desk.clock.at = '2026-03-02T17:00:00.000Z'
  const sheet = await createIdentitiesService({ ...desk, pdf: noted }).print(caseId, 'en')
  expect(html).toContain('2025-03-07 to 2025-03-07 (Beijing time)')
  expect(html).not.toContain('2025-03-06')
  expect(html).toContain('3 March 2026')
  expect(desk.evidence.get(sheet).subject).toBe('Identity table 2026-03-03.pdf')
})

test('a case without identities prints nothing', async () => {
  const bare = desk.cases.add(caseDraft({ clientMailboxes: [], counterpartyMailboxes: [] }))
  await expect(identities.print(bare, 'zh')).rejects.toThrow('NOT_FOUND')
})
