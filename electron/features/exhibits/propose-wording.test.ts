import { CHANNELS } from '@bridge/model/channel.ts'
import { SUBMITTER_ROLES } from '@bridge/model/exhibit.ts'
import { STATEMENT_KINDS } from '@bridge/model/statement.ts'
import { expect, test } from 'vitest'
import type { MailPiece, Piece } from './pieces.ts'
import { type Proposal, proposeGroup, proposeWording } from './propose-wording.ts'

const mail = (change: Partial<MailPiece> = {}): MailPiece => ({
  kind: 'mail',
  form: 'mail',
  channel: 'email',
  messageId: '00000000-0000-4000-8000-000000000001',
  subject: 'PO-7',
  from: '王丽华',
  to: 'Keller',
  toMore: false,
  side: 'theirs',
  sentAt: '2024-09-12T06:31:08Z',
  day: '2024-09-12',
  ...change,
})

const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  about: 'debt',
  pieces: [mail()],
  confirmations: [],
  passages: [],
  ...change,
})

const claimant = { submitterRole: 'claimant', clientRole: 'creditor' } as const

test('every sentence is whole for every kind, channel and side, in both languages', () => {
  const undated = mail({ subject: '', from: '', to: '', day: null, sentAt: null })
  for (const about of [...STATEMENT_KINDS, undefined])
    for (const submitterRole of SUBMITTER_ROLES)
      for (const clientRole of ['creditor', 'debtor'] as const)
        for (const channel of CHANNELS) {
          const record: Piece = {
            kind: 'record',
            statementId: undated.messageId,
            channel,
            speaker: '',
            day: null,
          }
          const pieces = [record, undated, mail({ side: 'ours' }), mail({ side: 'others' })]
          const confirmations = [undated, mail()]
          const passages = [{ quote: '欠款 {us}', piece: undated }]
          const wording = proposeWording(
            { about, pieces, confirmations, passages },
            { submitterRole, clientRole },
          )
          const { zh, en } = wording.purpose
          const sentences = [wording.title, wording.source].flatMap((text) => [text.zh, text.en])
          for (const text of [...sentences, zh, en])
            expect(text).not.toMatch(/[{}]|undefined|null|（）|\(\)/u)
          expect(wording.content.zh).toBe('“欠款 {us}”（未署名，日期不详）')
          expect(zh).toMatch(/^证明.*。$/u)
          expect(en).toMatch(/^[A-Z].*\.$/u)
        }
})

test('a debtor does not plead its own debt', () => {
  const confirmations = [mail()]
  const creditor = proposeWording(proposal({ confirmations }), claimant).purpose
  expect(creditor.zh).toBe('证明被申请人尚欠申请人款项，被申请人已于2024年9月12日对所引欠款内容书面确认。')
  const debtor = proposeWording(proposal({ confirmations }), {
    submitterRole: 'respondent',
    clientRole: 'debtor',
  })
  expect(debtor.purpose.zh).toBe('证明双方之间的款项余额如所引内容，申请人已于2024年9月12日书面确认。')
})

test('what nobody has confirmed is not said to be', () => {
  expect(proposeWording(proposal(), claimant).purpose.zh).toBe('证明申请人已就欠款与被申请人沟通。')
})

test('a subject or a quotation of any length still fits the list', () => {
  const long = mail({ subject: '合同'.repeat(2_000) })
  const wording = proposeWording(
    proposal({ pieces: [long], passages: [{ quote: '款'.repeat(9_000), piece: long }] }),
    claimant,
  )
  expect(wording.title.zh).toMatch(/^电子邮件《(合同){80}…》/u)
  expect(wording.content.zh).toHaveLength(5_000)
  expect(wording.content.zh.endsWith('…')).toBe(true)
})

test('a group names the sides as the forum does', () => {
  expect(proposeGroup('term', claimant).purpose).toEqual({
    zh: '证明申请人与被申请人之间存在合同关系以及合同的主要条款。',
    en: 'A contract exists between the Claimant and the Respondent, on the terms shown.',
  })
})
