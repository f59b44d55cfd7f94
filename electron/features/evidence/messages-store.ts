import type { Channel } from '@bridge/model/channel.ts'
import type { CharsetName } from '@bridge/model/charset.ts'
import type { MessageForm, ParsedMessage, Person, UnreadableReason } from '@bridge/model/message.ts'
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import {
  attachments,
  messageLinks,
  messagePeople,
  messages,
  type PeopleRole,
  threads,
} from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { indexMessage } from './index-message.ts'
import { messageHashOf } from './message-hash.ts'

export interface NewMessage {
  id: string
  caseId: string
  threadId: string
  originalSha256: string
  addedAt: string
  /** What it is where it is no mail. */
  form?: MessageForm
  channel?: Channel
  /** The charset the lawyer chose, and the first reading of the same bytes. */
  charset?: CharsetName | null
  readingOf?: string
  copyOf?: string | null
}

/** The message that reads so; where that was one of its former readings, the one that stands for it now. */
export function findMessageByFingerprint(
  reader: Reader,
  caseId: string,
  fingerprint: string,
): string | undefined {
  const same = and(eq(messages.caseId, caseId), eq(messages.fingerprint, fingerprint))
  const live = and(same, isNull(messages.withdrawnAt))
  const found = reader.select({ id: messages.id }).from(messages).where(live).get()
  if (found) return found.id
  const former = reader
    .select({ sha256: messages.originalSha256 })
    .from(messages)
    .where(and(same, isNotNull(messages.withdrawnAt)))
    .get()
  return former && findMessageByOriginal(reader, caseId, former.sha256)
}

/** The message that an original is; lines of a chat only stand in theirs. */
export function findMessageByOriginal(reader: Reader, caseId: string, sha256: string): string | undefined {
  const same = and(
    // The plus keeps SQLite from walking the whole case by the index of what is not withdrawn, once for each message that comes in.
    sql`+${messages.caseId} = ${caseId}`,
    eq(messages.originalSha256, sha256),
    ne(messages.form, 'chat'),
    isNull(messages.withdrawnAt),
  )
  return reader.select({ id: messages.id }).from(messages).where(same).get()?.id
}

/** Threads of a case that hold any of these Message-IDs, as a message or as something a message refers to. */
export function listThreadsHolding(reader: Reader, caseId: string, keys: readonly string[]): string[] {
  if (keys.length === 0) return []
  const own = reader
    .select({ threadId: messages.threadId })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), inArray(messages.messageId, [...keys])))
    .all()
  // As a subquery, so that SQLite starts from the few links and not from all messages of the case.
  const naming = reader
    .select({ id: messageLinks.messageId })
    .from(messageLinks)
    .where(inArray(messageLinks.target, [...keys]))
  const linked = reader
    .selectDistinct({ threadId: messages.threadId })
    .from(messages)
    .where(and(inArray(messages.id, naming), sql`+${messages.caseId} = ${caseId}`))
    .all()
  return [...new Set([...own, ...linked].map((row) => row.threadId))]
}

export function addThread(writer: Writer, id: string, caseId: string, latestAt: string): void {
  writer.insert(threads).values({ id, caseId, latestAt }).run()
}

/** Moves what stands in `others` into the thread `kept`, and its time on to `latestAt` where that is later. */
export function mergeThreads(
  writer: Writer,
  kept: string,
  others: readonly string[],
  latestAt: string,
): void {
  if (others.length > 0) {
    writer
      .update(messages)
      .set({ threadId: kept })
      .where(inArray(messages.threadId, [...others]))
      .run()
    const { latest } = writer
      .select({ latest: sql<string>`max(${threads.latestAt})` })
      .from(threads)
      .where(or(eq(threads.id, kept), inArray(threads.id, [...others])))
      .get() ?? { latest: latestAt }
    writer.update(threads).set({ latestAt: latest }).where(eq(threads.id, kept)).run()
    writer
      .delete(threads)
      .where(inArray(threads.id, [...others]))
      .run()
  }
  writer
    .update(threads)
    .set({ latestAt })
    .where(and(eq(threads.id, kept), sql`${threads.latestAt} < ${latestAt}`))
    .run()
}

/** Writes a message that was read: its row, people, links, attachments and search words. */
export function addReadMessage(
  writer: Writer,
  row: NewMessage,
  fingerprint: string,
  message: ParsedMessage,
): void {
  const { lastInsertRowid } = writer
    .insert(messages)
    .values({
      ...row,
      fingerprint,
      subject: message.subject,
      messageId: message.messageId,
      ...hashOf(writer, row, message.messageId),
      sentAt: message.date.at,
      sentZoneMinutes: message.date.zoneMinutes,
      sentRaw: message.date.raw,
      receivedAt: message.receivedAt,
      text: message.text,
      hasHtml: message.hasHtml,
      warnings: message.warnings.join(','),
    })
    .run()
  addPeople(writer, row.id, message)
  addLinks(writer, row.id, message)
  message.attachments.forEach((each, position) => {
    writer
      .insert(attachments)
      .values({ messageId: row.id, position, ...each })
      .run()
  })
  const people = peopleOf(message).flatMap(([, list]) => list)
  indexMessage(writer, lastInsertRowid, { ...message, people })
}

/** The hash of a new message, and the message of the case it is another copy of. */
function hashOf(reader: Reader, row: NewMessage, messageId: string | null) {
  if (messageId === null) return {}
  const mih = messageHashOf(messageId)
  // Another reading of the same bytes is no other copy.
  const copyOf = row.readingOf ? row.copyOf : findFirstOfHash(reader, row.caseId, mih)
  return { mih, copyOf: copyOf ?? null }
}

/** The message of a case that came in first with this hash. */
export const findFirstOfHash = (reader: Reader, caseId: string, mih: string): string | undefined =>
  reader
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.mih, mih)))
    .orderBy(asc(messages.row))
    .limit(1)
    .get()?.id

/** Writes a message that nobody could read; only its bytes and the reason are known. */
export function addUnreadableMessage(writer: Writer, row: NewMessage, reason: UnreadableReason): void {
  writer
    .insert(messages)
    .values({ ...row, unreadable: reason, subject: '', text: '', hasHtml: false, warnings: '' })
    .run()
}

const peopleOf = (message: ParsedMessage): [PeopleRole, Person[]][] => [
  ['from', message.from],
  ['sender', message.sender],
  ['reply-to', message.replyTo],
  ['to', message.to],
  ['cc', message.cc],
  ['bcc', message.bcc],
]

function addPeople(writer: Writer, messageId: string, message: ParsedMessage): void {
  const rows = peopleOf(message).flatMap(([role, people]) =>
    people.map((each, position) => ({ messageId, role, position, ...each })),
  )
  inSlices(rows, (slice) => writer.insert(messagePeople).values(slice).run())
}

function addLinks(writer: Writer, messageId: string, message: ParsedMessage): void {
  const rows = [
    ...message.inReplyTo.map((target, position) => ({ messageId, kind: 'in-reply-to', position, target })),
    ...message.references.map((target, position) => ({ messageId, kind: 'reference', position, target })),
  ]
  inSlices(rows, (slice) => writer.insert(messageLinks).values(slice).run())
}

/** SQLite takes a bounded number of values in one statement, and a hostile header may name thousands. */
function inSlices<T>(rows: readonly T[], write: (slice: T[]) => void): void {
  for (let at = 0; at < rows.length; at += 500) write(rows.slice(at, at + 500))
}
