import type { CaseRecord } from '@bridge/model/case.ts'
import wording from '../../../resources/wording/confirmation-request.json' with { type: 'json' }
import { fill } from '../../documents/fill-template.ts'
import { sayDay } from '../../documents/say-day.ts'
import type { StoredStatement } from './statements-store.ts'

export interface DraftFacts {
  /** One or several of one case, in the order they are asked about. */
  statements: readonly StoredStatement[]
  matter: CaseRecord
  /** Where to write to: the counterparty's own mailboxes. */
  to: readonly string[]
}

/** The e-mail that asks the counterparty to confirm statements: Chinese first, then English (rules CJO-6, CJO-7). */
export function draftRequest({ statements, matter, to }: DraftFacts): {
  to: string[]
  subject: string
  body: string
} {
  const contract = [matter.contractTitle, matter.contractNumber].filter(Boolean).join(' ')
  const zh = {
    contract: contract || wording.ourContractZh,
    counterparty: matter.counterpartyNameZh || matter.counterpartyNameEn,
  }
  const en = {
    contract: contract || wording.ourContractEn,
    counterparty: matter.counterpartyNameEn || matter.counterpartyNameZh,
  }
  const body = [
    fill(wording.greetingZh, zh),
    ...statements.flatMap((each, at) => tell(each, zh.contract, 'zh', numberOf(statements, at))),
    wording.askZh,
    `${wording.closingZh}\n${matter.clientName}`,
    '—',
    fill(wording.greetingEn, en),
    ...statements.flatMap((each, at) => tell(each, en.contract, 'en', numberOf(statements, at))),
    wording.askEn,
    `${wording.closingEn}\n${matter.clientName}`,
  ]
  return {
    to: [...to],
    subject: fill(wording.subject, { contractZh: zh.contract, contractEn: en.contract }),
    body: body.join('\n\n'),
  }
}

/** Several are numbered, so that an answer can name the one it disputes. */
const numberOf = (statements: readonly StoredStatement[], at: number): string =>
  statements.length > 1 ? `${at + 1}. ` : ''

const WORDS = {
  zh: {
    mail: wording.introMailZh,
    other: wording.introOtherZh,
    speaker: wording.unknownSpeakerZh,
    date: wording.unknownDateZh,
  },
  en: {
    mail: wording.introMailEn,
    other: wording.introOtherEn,
    speaker: wording.unknownSpeakerEn,
    date: wording.unknownDateEn,
  },
}

/** Who said it, when and where; then the words themselves. */
function tell(
  { channel, speaker, saidOn, quote }: StoredStatement,
  contract: string,
  language: 'zh' | 'en',
  number: string,
): string[] {
  const words = WORDS[language]
  const said = {
    contract,
    speaker: speaker || words.speaker,
    date: saidOn ? sayDay(saidOn, language) : words.date,
    channel: wording.channels[channel][language],
  }
  const quoted = quote
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
  return [number + fill(channel === 'email' ? words.mail : words.other, said), quoted]
}
