import type { Channel } from '@bridge/model/channel.ts'
import type { CharsetName } from '@bridge/model/charset.ts'
import { type IntakeOutcome, intakeOutcome } from '@bridge/model/evidence.ts'
import { type MessageForm, type UnreadableReason, unreadableReason } from '@bridge/model/message.ts'
import { type TextReason, type TextState, textState } from '@bridge/model/part-text.ts'
import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { flag, id, instant, oneOf } from './columns.ts'

/** Bytes exactly as received, once in the vault however often they come in. Immutable by trigger. */
export const originals = sqliteTable('originals', {
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: text('sha256').primaryKey(),
  sizeBytes: integer('size_bytes').notNull(),
  /** The bytes where they are below 64 KiB; null where the encrypted file store holds them. */
  bytes: blob('bytes', { mode: 'buffer' }),
  /** 32 random bytes as hex: the key of the commitments to this original in the audit chain, given away with its proof. */
  salt: text('salt').notNull(),
  storedAt: instant('stored_at').notNull(),
})

/** Messages that answer one another (RFC 5322 3.6.4). Kept as a row so that a long list pages by it without sorting. */
export const threads = sqliteTable(
  'threads',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    /** When the newest of its messages was sent; the time it came in where no date is known. */
    latestAt: instant('latest_at').notNull(),
    /** Which chat its messages are the lines of: channel, account and partner, as one text; null where they are mail. */
    conversation: text('conversation'),
  },
  // Unique, though the id alone is: only so does SQLite know that walking it needs no sorting of what is inside a thread.
  (table) => [
    uniqueIndex('threads_by_time').on(table.caseId, table.latestAt, table.id),
    uniqueIndex('threads_by_conversation').on(table.caseId, table.conversation),
  ],
)

export const messages = sqliteTable(
  'messages',
  {
    /** Row number for the full-text index, which knows only numbers. */
    row: integer('row').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    originalSha256: text('original_sha256')
      .notNull()
      .references(() => originals.sha256),
    /** SHA-256 over what two copies of one message share; null where the message could not be read. */
    fingerprint: text('fingerprint'),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    form: text('form').$type<MessageForm>().notNull().default('mail'),
    /** Sealed as the rest is, but for a document: its channel is the lawyer's to name. */
    channel: text('channel').$type<Channel>().notNull().default('email'),
    unreadable: text('unreadable').$type<UnreadableReason>(),
    subject: text('subject').notNull(),
    /** RFC 5322 Message-ID without brackets. */
    messageId: text('message_id'),
    sentAt: instant('sent_at'),
    sentZoneMinutes: integer('sent_zone_minutes'),
    sentRaw: text('sent_raw'),
    receivedAt: instant('received_at'),
    text: text('text').notNull(),
    hasHtml: flag('has_html').notNull(),
    /** Comma-separated warning codes of the reader. */
    warnings: text('warnings').notNull(),
    addedAt: instant('added_at').notNull(),
    /** The charset the lawyer had it read in; null where its own labels and the reader's guess ruled. */
    charset: text('charset').$type<CharsetName>(),
    /** The first reading of the same bytes, where this is another one in another charset. */
    readingOf: text('reading_of').references((): AnySQLiteColumn => messages.id),
    /** When another reading, or a better typing off a picture, took its place. It stays, and is counted. */
    withdrawnAt: instant('withdrawn_at'),
    /** EDRM message identification hash (electron/features/evidence/message-hash.ts); null where there is no Message-ID. */
    mih: text('mih'),
    /** The message of the case that came in first with the same hash; null where this one did. */
    copyOf: text('copy_of').references((): AnySQLiteColumn => messages.id),
  },
  (table) => [
    uniqueIndex('messages_fingerprint')
      .on(table.caseId, table.fingerprint)
      .where(sql`"withdrawn_at" is null`),
    index('messages_withdrawn').on(table.caseId, table.fingerprint).where(sql`"withdrawn_at" is not null`),
    // All that a list filters by, so that a page of 100,000 messages is found and counted without touching their texts.
    index('messages_by_facts').on(
      table.caseId,
      table.sentAt,
      table.row,
      table.form,
      table.channel,
      table.unreadable,
      table.warnings,
      table.copyOf,
      table.withdrawnAt,
      table.threadId,
      table.id,
    ),
    index('messages_by_mih').on(table.caseId, table.mih),
    // The same facts in the order of the threads: what is skipped on the way to a deep page is not read.
    index('messages_by_thread').on(
      table.threadId,
      table.sentAt,
      table.row,
      table.form,
      table.channel,
      table.unreadable,
      table.warnings,
      table.copyOf,
      table.withdrawnAt,
      table.id,
    ),
    index('messages_by_message_id').on(table.caseId, table.messageId),
    index('messages_by_original').on(table.originalSha256),
    check(
      'messages_unreadable',
      sql.raw(`"unreadable" is null or ${oneOf('unreadable', unreadableReason.options)}`),
    ),
  ],
)

const messageKey = () =>
  text('message_id')
    .notNull()
    .references(() => messages.id)

/** The header field that names a person. */
export type PeopleRole = (typeof PEOPLE_ROLES)[number]
const PEOPLE_ROLES = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const

export const messagePeople = sqliteTable(
  'message_people',
  {
    messageId: messageKey(),
    role: text('role').$type<PeopleRole>().notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
  },
  (table) => [
    uniqueIndex('message_people_key').on(table.messageId, table.role, table.position),
    index('message_people_by_address').on(sql`lower(${table.address})`, table.messageId),
    check('message_people_role', sql.raw(oneOf('role', PEOPLE_ROLES))),
  ],
)

/** Message-IDs that a message answers or refers to; the thread is built from them. */
export const messageLinks = sqliteTable(
  'message_links',
  {
    messageId: messageKey(),
    kind: text('kind').notNull(),
    position: integer('position').notNull(),
    target: text('target').notNull(),
  },
  (table) => [
    uniqueIndex('message_links_key').on(table.messageId, table.kind, table.position),
    index('message_links_by_target').on(table.target),
    check('message_links_kind', sql.raw(oneOf('kind', ['in-reply-to', 'reference']))),
  ],
)

export const attachments = sqliteTable(
  'attachments',
  {
    messageId: messageKey(),
    position: integer('position').notNull(),
    partPath: text('part_path').notNull(),
    fileName: text('file_name').notNull(),
    rawFileName: text('raw_file_name'),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    contentId: text('content_id'),
    inline: flag('inline').notNull(),
    nestedSubject: text('nested_subject'),
  },
  (table) => [
    uniqueIndex('attachments_key').on(table.messageId, table.position),
    index('attachments_by_sha256').on(table.sha256, table.messageId),
  ],
)

/**
 * What an attachment says, for search: one row for each piece of its text, at least one for each attachment looked at. Sealed.
 * `attachment_search` indexes `text` under `row` (drizzle/0005_sources.sql).
 */
export const attachmentTexts = sqliteTable(
  'attachment_texts',
  {
    row: integer('row').primaryKey({ autoIncrement: true }),
    messageId: messageKey(),
    /** Of the attachment in its message. */
    position: integer('position').notNull(),
    /** A long text is cut where a word ends, so that no piece keeps the program busy for long. */
    piece: integer('piece').notNull(),
    state: text('state').$type<TextState>().notNull(),
    /** Why there is no text, or not all of it; null where it is all here. */
    reason: text('reason').$type<TextReason>(),
    text: text('text').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (table) => [
    uniqueIndex('attachment_texts_key').on(table.messageId, table.position, table.piece),
    check('attachment_texts_state', sql.raw(oneOf('state', textState.options))),
  ],
)

/** With which version of `toSearchText` the full-text indexes are made, and how far making them anew has come. One row. */
export const searchIndex = sqliteTable('search_index', {
  version: integer('version').primaryKey(),
  /** The last row of messages and of texts of attachments that has this version, and the last one that had another before. */
  messageRow: integer('message_row').notNull(),
  messageEnd: integer('message_end').notNull(),
  textRow: integer('text_row').notNull(),
  textEnd: integer('text_end').notNull(),
})

export const imports = sqliteTable('imports', {
  id: id(),
  caseId: text('case_id')
    .notNull()
    .references(() => cases.id),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
  /** Ended before everything was read: cancelled, or failed, which the job tells. */
  cancelled: flag('cancelled').notNull().default(false),
})

/** The custody record: one line for each thing that came in, also for what was already known. Append-only by trigger. */
export const intakes = sqliteTable(
  'intakes',
  {
    id: id(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    position: integer('position').notNull(),
    sourceName: text('source_name').notNull(),
    /** Byte offset inside a mailbox file; null for a file of its own. */
    sourceOffset: integer('source_offset'),
    outcome: text('outcome').$type<IntakeOutcome>().notNull(),
    /** Reason code where the outcome is `unreadable` or `skipped`, and where a known original had to be healed. */
    reason: text('reason'),
    messageId: text('message_id').references(() => messages.id),
    originalSha256: text('original_sha256').references(() => originals.sha256),
    takenAt: instant('taken_at').notNull(),
    /** SHA-256 of the whole file it was taken out of, as it lay on the disk: a mailbox of Outlook's, a ZIP; null where it lay there by itself. */
    containerSha256: text('container_sha256'),
    /** Number of the item in that container: the node of a mailbox of Outlook's (MS-PST 2.2.2.1). */
    itemNumber: integer('item_number'),
    /** Folder of the mailbox it lay in, from the top, with `/`. */
    folder: text('folder'),
    /** What the mailbox said of it, one a line: labels as they stand, flags as IMAP names them (`\\Seen`, RFC 9051 2.3.2). */
    labels: text('labels'),
  },
  (table) => [
    uniqueIndex('intakes_key').on(table.importId, table.position),
    index('intakes_by_message').on(table.messageId),
    index('intakes_by_original').on(table.originalSha256),
    check('intakes_outcome', sql.raw(oneOf('outcome', intakeOutcome.options))),
  ],
)
