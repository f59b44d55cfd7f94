import type { CaseRecord } from '@bridge/model/case.ts'
import wording from '../../../resources/letters/confirmation-request.json' with { type: 'json' }
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
    date: statement.saidOn ? chineseDate(statement.saidOn) : wording.unknownDateZh,
    channel: channel.zh,
  }
  const en = {
    contract: contract || wording.ourContractEn,
    counterparty: matter.counterpartyNameEn || matter.counterpartyNameZh,
    speaker: statement.speaker || wording.unknownSpeakerEn,
    date: statement.saidOn ? englishDate(statement.saidOn) : wording.unknownDateEn,
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
    subject: fill(wording.subject, { contract: contract || wording.ourContractEn }),
    body: body.join('\n\n'),
  }
}

/** Puts the facts into the wording. @throws TypeError where the wording names a fact that is not there */
function fill(template: string, facts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = facts[name]
    if (value === undefined) throw new TypeError(`The wording asks for ${name}`)
    return value
  })
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const englishDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
