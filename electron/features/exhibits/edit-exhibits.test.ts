import type { CaseDraft } from '@bridge/model/case.ts'
import { afterEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { editExhibits } from './edit-exhibits.ts'
import { editGroups } from './edit-groups.ts'
import { exhibitNumbersOf } from './read-set.ts'

let open: TestDesk | undefined
afterEach(() => open?.close())

const OFFER = 'The price is USD 148,200.00, payable within 60 days.'
const mails = [
  rawMail({
    from: 'Martin Keller <keller@seller.example>',
    to: '王丽华 <wang@hongda.example.cn>',
    subject: 'Contract PO-7',
    date: 'Thu, 12 Sep 2024 23:30:00 +0200',
    messageId: '1@seller.example',
    body: OFFER,
    file: { name: 'contract.pdf', text: 'x' },
  }),
  rawMail({
    from: '王丽华 <wang@hongda.example.cn>',
    to: 'Martin Keller <keller@seller.example>',
    subject: 'Re: Contract PO-7',
    date: 'Fri, 13 Sep 2024 09:00:00 +0800',
    messageId: '2@hongda.example.cn',
    body: '同意。价格为148,200.00美元。',
  }),
  rawMail({
    from: '李强 <li@hongda.example.cn>',
    to: 'keller@seller.example',
    subject: '付款',
    date: 'Mon, 16 Sep 2024 09:00:00 +0800',
    messageId: '3@hongda.example.cn',
    body: '我司确认尚欠货款148,200.00美元。',
  }),
]

/** A desk with one case, three messages, and the two editors of its list. */
async function openDesk(change: Partial<CaseDraft> = {}) {
  open = await openTestDesk()
  const caseId = open.cases.add(caseDraft(change))
  const messageIds = receiveMail(open, caseId, ...mails).map((line) => line.messageId ?? '')
  return { desk: open, caseId, messageIds, list: { ...editExhibits(open), ...editGroups(open) } }
}

function confirmedOffer({ desk, messageIds }: Awaited<ReturnType<typeof openDesk>>): string {
  const [offer = '', reply = ''] = messageIds
  const statementId = desk.confirmations.mark({ messageId: offer, kind: 'term', quote: OFFER, quoteStart: 0 })
  const quote = '价格为148,200.00美元。'
  desk.confirmations.decide({ statementId, messageId: reply, verdict: 'confirms', quote })
  return statementId
}

test('a list that nobody has written to shows the settings its forum expects', async () => {
  const court = await openDesk({ forums: ['prc-court', 'cietac'] })
  expect(court.list.get(court.caseId)).toMatchObject({
    settings: {
      language: 'zh',
      numberStyle: 'chinese',
      submitterRole: 'plaintiff',
      submitter: 'Seller GmbH',
    },
    groups: [],
  })
  const tribunal = court.desk.cases.add(caseDraft({ forums: ['cietac'], clientRole: 'debtor' }))
  expect(court.list.get(tribunal).settings).toMatchObject({
    language: 'both',
    numberStyle: 'arbitration',
    submitterRole: 'respondent',
    tribunal: '中国国际经济贸易仲裁委员会 China International Economic and Trade Arbitration Commission',
  })
})

test('an exhibit of a statement holds what was said, then what confirms it, worded in both languages', async () => {
  const at = await openDesk()
  const [exhibitId] = at.list.addFromStatements(at.caseId, [confirmedOffer(at)], null)
  const [group] = at.list.get(at.caseId).groups
  expect(group?.title).toEqual({ zh: '合同的成立及内容', en: 'Formation and terms of the contract' })
  const [exhibit] = group?.exhibits ?? []
  expect(exhibit).toMatchObject({
    id: exhibitId,
    number: '证据1',
    kind: 'electronic-data',
    originality: 'original',
  })
  expect(exhibit?.items.map((item) => item.messageId)).toEqual(at.messageIds.slice(0, 2))
  expect(exhibit?.items[0]?.attachmentNames).toEqual(['contract.pdf'])
  // The day is the sender's: 23:30 in Berlin is the 13th in Beijing already.
  expect(exhibit?.title).toEqual({
    zh: '电子邮件《Contract PO-7》（Martin Keller致王丽华，2024年9月12日）及王丽华的确认邮件（2024年9月13日）',
    en: "E-mail “Contract PO-7” (Martin Keller to 王丽华, 12 September 2024), with 王丽华's e-mail of 13 September 2024 confirming it",
  })
  expect(exhibit?.source.zh).toBe('原告与被告往来，原告自行保存')
  expect(exhibit?.purpose.zh).toBe('证明原告与被告就所引合同条款达成一致，被告已于2024年9月13日书面确认。')
  expect(exhibit?.content.en).toBe(
    `“${OFFER}” (Martin Keller to 王丽华, 12 September 2024)\n“价格为148,200.00美元。” (王丽华 to Martin Keller, 13 September 2024)`,
  )
})

test('a message that says and confirms stands in its exhibit once', async () => {
  const at = await openDesk()
  const owed = at.messageIds[2] ?? ''
  const quote = '我司确认尚欠货款148,200.00美元。'
  const statementId = at.desk.confirmations.mark({ messageId: owed, kind: 'debt', quote, quoteStart: 0 })
  at.desk.confirmations.decide({ statementId, messageId: owed, verdict: 'confirms', quote })
  at.list.addFromStatements(at.caseId, [statementId], null)
  const exhibit = at.list.get(at.caseId).groups[0]?.exhibits[0]
  expect(exhibit?.items).toHaveLength(1)
  expect(exhibit?.title.zh).toBe('电子邮件《付款》（李强致keller@seller.example，2024年9月16日）')
  expect(exhibit?.purpose.en).toBe(
    'Shows that the Defendant owes the Plaintiff the debt quoted, and that the Defendant confirmed it in writing on 16 September 2024.',
  )
  expect(exhibit?.content.zh.split('\n')).toHaveLength(1)
})

test('what was said on the telephone is a party statement and no original', async () => {
  const at = await openDesk()
  const statementId = at.desk.confirmations.type({
    caseId: at.caseId,
    kind: 'delivery',
    channel: 'telephone',
    quote: '货已收到',
    speaker: '王丽华',
    saidOn: null,
  })
  at.list.addFromStatements(at.caseId, [statementId], null)
  expect(at.list.get(at.caseId).groups[0]?.exhibits[0]).toMatchObject({
    kind: 'party-statement',
    originality: 'copy',
    title: { zh: '电话沟通记录（王丽华，日期不详）', en: 'Record of a telephone call (王丽华, undated)' },
    source: { zh: '原告根据沟通内容整理' },
    items: [{ statementId, messageId: null, label: '货已收到' }],
  })
})

test('a sender of neither side is a third party only where both sides are known', async () => {
  const source = async (change: Partial<CaseDraft>): Promise<string | undefined> => {
    const at = await openDesk(change)
    const [, , owed = ''] = at.messageIds
    at.list.addFromMessages(at.caseId, [owed], { together: true, groupId: null })
    const zh = at.list.get(at.caseId).groups[0]?.exhibits[0]?.source.zh
    await at.desk.close()
    open = undefined
    return zh
  }
  expect(await source({ counterpartyMailboxes: ['other.example'] })).toBe('第三方发送，原告自行保存')
  expect(await source({ counterpartyMailboxes: [] })).toBe('被告发送，原告自行保存')
  expect(await source({ counterpartyMailboxes: ['other.example'], clientMailboxes: [] })).toBe(
    '原告发送并自行保存',
  )
})

test('groups nobody named stand in the order a claim is proven, whatever came first', async () => {
  const at = await openDesk()
  const [offer = '', reply = '', owed = ''] = at.messageIds
  const debt = at.desk.confirmations.mark({ messageId: owed, kind: 'debt', quote: '我司', quoteStart: 0 })
  at.list.addFromMessages(at.caseId, [reply], { together: false, groupId: null })
  at.list.addFromStatements(at.caseId, [debt], null)
  at.list.addFromStatements(at.caseId, [confirmedOffer(at)], null)
  at.list.addFromMessages(at.caseId, [offer], { together: false, groupId: null })
  const { groups } = at.list.get(at.caseId)
  expect(groups.map((group) => [group.title.zh, group.exhibits.length])).toEqual([
    ['合同的成立及内容', 1],
    ['付款及欠款', 1],
    ['往来函件', 2],
  ])
  expect(exhibitNumbersOf(at.desk.store.read, offer)).toEqual(['证据1', '证据4'])
})

test('messages chosen together are one exhibit by date, each once', async () => {
  const at = await openDesk()
  const chosen = [...at.messageIds].reverse()
  at.list.addFromMessages(at.caseId, [...chosen, ...chosen], { together: true, groupId: null })
  const [exhibit, ...others] = at.list.get(at.caseId).groups[0]?.exhibits ?? []
  expect(others).toEqual([])
  expect(exhibit?.items.map((item) => item.messageId)).toEqual(at.messageIds)
  expect(exhibit?.title.zh).toBe('往来电子邮件《Contract PO-7》（共3封，2024年9月12日至2024年9月16日）')
})

test('moving between groups keeps both in order and the numbers dense', async () => {
  const at = await openDesk()
  const one = at.list.addGroup(at.caseId, { title: { zh: '甲', en: '' }, purpose: { zh: '', en: '' } })
  const two = at.list.addGroup(at.caseId, { title: { zh: '乙', en: '' }, purpose: { zh: '', en: '' } })
  const add = (groupId: string) =>
    at.list.addFromMessages(at.caseId, at.messageIds, { together: false, groupId })
  const [a = '', b = '', c = ''] = add(one)
  const [d = '', e = '', f = ''] = add(two)
  const order = () =>
    at.list.get(at.caseId).groups.map((group) => group.exhibits.map((exhibit) => exhibit.id))
  at.list.move(a, two, 1)
  expect(order()).toEqual([
    [b, c],
    [d, a, e, f],
  ])
  at.list.move(f, two, 0)
  at.list.move(b, one, 99)
  at.list.remove(d)
  expect(order()).toEqual([
    [c, b],
    [f, a, e],
  ])
  at.list.moveGroup(two, 0)
  at.list.sortByDate(at.caseId)
  expect(order()).toEqual([
    [a, e, f],
    [b, c],
  ])
  const numbers = at.list
    .get(at.caseId)
    .groups.flatMap((group) => group.exhibits.map((exhibit) => exhibit.number))
  expect(numbers).toEqual(['证据1', '证据2', '证据3', '证据4', '证据5'])
})

test('a change leaves alone what it does not name', async () => {
  const at = await openDesk()
  const [exhibitId = ''] = at.list.addFromMessages(at.caseId, at.messageIds, {
    together: true,
    groupId: null,
  })
  at.list.change(exhibitId, { copies: 3, notes: undefined })
  at.list.changeSettings(at.caseId, { numberStyle: 'arbitration', tribunal: undefined })
  const { settings, groups } = at.list.get(at.caseId)
  expect(settings).toMatchObject({ numberStyle: 'arbitration', language: 'zh', tribunal: '' })
  expect(groups[0]?.exhibits[0]).toMatchObject({ number: 'C-1', copies: 3, notes: { zh: '', en: '' } })
})

test('a group is removed only when empty, and the others close up', async () => {
  const at = await openDesk()
  const wording = { title: { zh: '', en: '' }, purpose: { zh: '', en: '' } }
  const [first, second] = [at.list.addGroup(at.caseId, wording), at.list.addGroup(at.caseId, wording)]
  const add = { together: true, groupId: second }
  const [exhibitId = ''] = at.list.addFromMessages(at.caseId, at.messageIds, add)
  expect(() => at.list.removeGroup(second)).toThrow('GROUP_NOT_EMPTY')
  at.list.removeGroup(first)
  at.list.remove(exhibitId)
  at.list.removeGroup(second)
  expect(at.list.get(at.caseId).groups).toEqual([])
})

test('what belongs to another case is not found, and nothing is written', async () => {
  const at = await openDesk()
  const other = at.desk.cases.add(caseDraft())
  const foreignGroup = at.list.addGroup(other, { title: { zh: '', en: '' }, purpose: { zh: '', en: '' } })
  const statementId = confirmedOffer(at)
  const [exhibitId = ''] = at.list.addFromStatements(at.caseId, [statementId], null)
  const refused = [
    () => at.list.addFromStatements(other, [statementId], null),
    () => at.list.addFromMessages(other, at.messageIds, { together: true, groupId: null }),
    () => at.list.addFromMessages(at.caseId, at.messageIds, { together: true, groupId: foreignGroup }),
    () => at.list.move(exhibitId, foreignGroup, 0),
    () => at.list.get(NOBODY),
    () => at.list.change(NOBODY, {}),
    () => at.list.remove(NOBODY),
    () => at.list.moveGroup(NOBODY, 0),
    () => at.list.sortByDate(NOBODY),
    () => at.list.changeSettings(NOBODY, {}),
  ]
  for (const call of refused) expect(call).toThrow('NOT_FOUND')
  expect(at.list.get(other).groups).toMatchObject([{ id: foreignGroup, exhibits: [] }])
  expect(at.list.get(at.caseId).groups.flatMap((group) => group.exhibits)).toHaveLength(1)
})

test('every edit is in the audit chain', async () => {
  const at = await openDesk()
  const before = at.desk.audit.verify(at.desk.store.read).entries
  const [exhibitId = ''] = at.list.addFromMessages(at.caseId, at.messageIds, {
    together: true,
    groupId: null,
  })
  at.list.change(exhibitId, { copies: 2 })
  at.list.remove(exhibitId)
  const report = at.desk.audit.verify(at.desk.store.read)
  expect(report).toMatchObject({ entries: before + 3, problems: [] })
})
