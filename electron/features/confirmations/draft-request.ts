import type { CaseRecord } from '@bridge/model/case.ts'
import wording from '../../../resources/wording/confirmation-request.json' with { type: 'json' }
import { fill } from '../../documents/fill-template.ts'
import { sayDay } from '../../documents/say-day.ts'
import type { StoredStatement } from './statements-store.ts'

export interface DraftFacts {
  statement: StoredStatement
  matter: CaseRecord
  /** Where to write to: the counterparty's own mailboxes. */
  to: readonly string[]
}

/** The e-mail that asks the counterparty to confirm a statement: Chinese first, then English (rules CJO-6, CJO-7). */
export function draftRequest({ statement, matter, to }: DraftFacts): {
  to: string[]
  subject: string
  body: string
} {
  const contract = [matter.contractTitle, matter.contractNumber].filter(Boolean).join(' ')
  const introZh = statement.channel === 'email' ? wording.introMailZh : wording.introOtherZh
  const introEn = statement.channel === 'email' ? wording.introMailEn : wording.introOtherEn
  const channel = wording.channels[statement.channel]
  const zh = {
    contract: contract || wording.ourContractZh,
    counterparty: matter.counterpartyNameZh || matter.counterpartyNameEn,
    speaker: statement.speaker || wording.unknownSpeakerZh,
    date: statement.saidOn ? sayDay(statement.saidOn, 'zh') : wording.unknownDateZh,
    channel: channel.zh,
  }
  const en = {
    contract: contract || wording.ourContractEn,
    counterparty: matter.counterpartyNameEn || matter.counterpartyNameZh,
    speaker: statement.speaker || wording.unknownSpeakerEn,
    date: statement.saidOn ? sayDay(statement.saidOn, 'en') : wording.unknownDateEn,
    channel: channel.en,
  }
  const quoted = statement.quote
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
  const body = [
    fill(wording.greetingZh, zh),
    fill(introZh, zh),
    quoted,
    wording.askZh,
    `${wording.closingZh}\n${matter.clientName}`,
    '—',
    fill(wording.greetingEn, en),
    fill(introEn, en),
    quoted,
    wording.askEn,
    `${wording.closingEn}\n${matter.clientName}`,
  ]
  return {
    to: [...to],
    subject: fill(wording.subject, { contractZh: zh.contract, contractEn: en.contract }),
    body: body.join('\n\n'),
  }
}
