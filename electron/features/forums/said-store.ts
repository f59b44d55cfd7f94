import type { Channel } from '@bridge/model/channel.ts'
import type { StatementState, Verdict } from '@bridge/model/statement.ts'
import { stateOf } from '@bridge/model/statement-state.ts'
import { and, eq, inArray, not, sql } from 'drizzle-orm'
import type { Said } from '../../rules/forums/judge.ts'
import {
  agreements,
  answers,
  captures,
  chatSpeakers,
  messagePeople,
  messages,
  statements,
} from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listMailboxes } from '../cases/index.ts'
import { isSheetSql } from '../evidence/index.ts'

/** What the rules ask about each of these statements; those that are not of the case are left out. */
export function listSaidByStatement(
  reader: Reader,
  caseId: string,
  ids: readonly string[],
): Map<string, Said> {
  const rows = reader
    .select({
      id: statements.id,
      channel: shown(statements.channel),
      messageId: statements.messageId,
      askedOn: statements.askedOn,
    })
    .from(statements)
    .leftJoin(captures, eq(captures.messageId, statements.messageId))
    .where(and(eq(statements.caseId, caseId), inArray(statements.id, [...ids])))
    .all()
  const given = listGiven(
    reader,
    caseId,
    rows.map(({ id }) => id),
  )
  const theirs = listFromCounterparty(
    reader,
    caseId,
    rows.flatMap(({ messageId }) => messageId ?? []),
  )
  const agreed = listAgreed(reader, caseId)
  return new Map(
    rows.map(({ id, channel, messageId, askedOn }) => [
      id,
      {
        channel,
        ...standingOf(given.get(id) ?? [], askedOn !== null),
        fromCounterparty: theirs.has(messageId ?? ''),
        agreed: agreed.has(id),
        captured: messageId !== null,
      },
    ]),
  )
}

/** A picture is worth what it shows, as the lawyer described it. */
const shown = (channel: typeof messages.channel | typeof statements.channel) =>
  sql<Channel>`coalesce(${captures.channel}, ${channel})`

/**
 * What the rules ask about each of these messages; a sheet that the app made says nothing of its own, and is left out. A message is
 * confirmed where every statement marked in it is.
 */
export function listSaidByMessage(reader: Reader, caseId: string, ids: readonly string[]): Map<string, Said> {
  const rows = reader
    .select({ id: messages.id, channel: shown(messages.channel) })
    .from(messages)
    .leftJoin(captures, eq(captures.messageId, messages.id))
    .where(and(eq(messages.caseId, caseId), inArray(messages.id, [...ids]), not(isSheetSql(reader))))
    .all()
  const marked = reader
    .select({ id: statements.id, messageId: statements.messageId, askedOn: statements.askedOn })
    .from(statements)
    .where(
      inArray(
        statements.messageId,
        rows.map(({ id }) => id),
      ),
    )
    .all()
  const given = listGiven(
    reader,
    caseId,
    marked.map(({ id }) => id),
  )
  const theirs = listFromCounterparty(
    reader,
    caseId,
    rows.map(({ id }) => id),
  )
  const agreed = listAgreed(reader, caseId)
  return new Map(
    rows.map(({ id, channel }) => {
      const own = marked.filter(({ messageId }) => messageId === id)
      const standings = own.map((each) => standingOf(given.get(each.id) ?? [], each.askedOn !== null))
      const facts = { fromCounterparty: theirs.has(id), agreed: agreed.has(id), captured: true }
      return [id, { channel, ...together(standings), ...facts }]
    }),
  )
}

interface Given {
  verdict: Verdict
  byMail: boolean
}

type Standing = Pick<Said, 'state' | 'confirmedByEmail'>

const standingOf = (given: readonly Given[], asked: boolean): Standing => {
  const state = stateOf(
    given.map(({ verdict }) => verdict),
    asked,
  )
  const byMail = given.some((each) => each.verdict === 'confirms' && each.byMail)
  return { state, confirmedByEmail: state === 'confirmed' && byMail }
}

/** The weakest of them speaks for the whole message. */
const WEAKEST: readonly StatementState[] = ['denied', 'unconfirmed', 'asked', 'confirmed']

function together(standings: readonly Standing[]): Standing {
  const state = WEAKEST.find((each) => standings.some((standing) => standing.state === each)) ?? 'unconfirmed'
  const confirmedByEmail = standings.length > 0 && standings.every((standing) => standing.confirmedByEmail)
  return { state, confirmedByEmail }
}

/** The lawyer's verdicts on each of these statements, and whether what she decided on is an e-mail of the counterparty. */
function listGiven(reader: Reader, caseId: string, statementIds: readonly string[]): Map<string, Given[]> {
  const rows = reader
    .select({
      statementId: answers.statementId,
      verdict: answers.verdict,
      messageId: messages.id,
      form: messages.form,
    })
    .from(answers)
    .innerJoin(messages, eq(messages.id, answers.messageId))
    .where(inArray(answers.statementId, [...statementIds]))
    .all()
  const theirs = listFromCounterparty(
    reader,
    caseId,
    rows.map(({ messageId }) => messageId),
  )
  const given = rows.map(({ statementId, verdict, messageId, form }) => ({
    statementId,
    verdict,
    byMail: form === 'mail' && theirs.has(messageId),
  }))
  return Map.groupBy(given, ({ statementId }) => statementId)
}

/** Those of these messages that the counterparty wrote: from one of its mailboxes, or as its speaker in a chat. */
export function listFromCounterparty(
  reader: Reader,
  caseId: string,
  messageIds: readonly string[],
): Set<string> {
  const patterns = listMailboxes(reader, caseId, 'counterparty')
  const from = and(eq(messagePeople.messageId, messages.id), eq(messagePeople.role, 'from'))
  const speaker = and(eq(chatSpeakers.threadId, messages.threadId), eq(chatSpeakers.name, messagePeople.name))
  const rows = reader
    .select({
      id: messages.id,
      form: messages.form,
      address: messagePeople.address,
      side: chatSpeakers.side,
    })
    .from(messages)
    .innerJoin(messagePeople, from)
    .leftJoin(chatSpeakers, speaker)
    .where(inArray(messages.id, [...messageIds]))
    .all()
  const theirs = rows.filter(({ form, address, side }) =>
    form === 'chat' ? side === 'counterparty' : isMailboxOf(address, patterns),
  )
  return new Set(theirs.map(({ id }) => id))
}

/** Ids of the messages and statements that both parties agree on. */
function listAgreed(reader: Reader, caseId: string): Set<string> {
  const rows = reader.select().from(agreements).where(eq(agreements.caseId, caseId)).all()
  return new Set(rows.flatMap(({ messageId, statementId }) => messageId ?? statementId ?? []))
}
