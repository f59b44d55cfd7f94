import { CHANNELS, type Channel } from '@bridge/model/channel.ts'
import { type SpeakerSide, speakerSide } from '@bridge/model/chat.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { flag, instant, oneOf, plainDate } from './columns.ts'
import { imports, messages, originals, threads } from './evidence.ts'

/** How one export of a chat was read, and what the lawyer stated because the file does not say it. Append-only by trigger. */
export const chatReadings = sqliteTable(
  'chat_readings',
  {
    importId: text('import_id')
      .primaryKey()
      .references(() => imports.id),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    originalSha256: text('original_sha256')
      .notNull()
      .references(() => originals.sha256),
    sourceName: text('source_name').notNull(),
    /** Code of the reader of the format. */
    format: text('format').notNull(),
    charset: text('charset').notNull(),
    charsetGuessed: flag('charset_guessed').notNull(),
    /** IANA name of the zone the lawyer stated; null where she stated none, and no line has an instant. */
    zone: text('zone'),
    /** Order of day, month and year that the dates were read in. */
    dateOrder: text('date_order').notNull(),
    /** Columns of a table, as `time=0,speaker=1,text=2`; null where the format names them itself. */
    columns: text('columns'),
    lineCount: integer('line_count').notNull(),
    undatedCount: integer('undated_count').notNull(),
    unreadCount: integer('unread_count').notNull(),
  },
  (table) => [index('chat_readings_by_thread').on(table.threadId)],
)

/** Who speaks in a conversation, and for which side: the lawyer's word, which an export does not say. */
export const chatSpeakers = sqliteTable(
  'chat_speakers',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    /** As the export writes it. */
    name: text('name').notNull(),
    /** Number, user name or member id; empty where it is not known. */
    account: text('account').notNull(),
    side: text('side').$type<SpeakerSide>().notNull(),
  },
  (table) => [
    uniqueIndex('chat_speakers_key').on(table.threadId, table.name),
    check('chat_speakers_side', sql.raw(oneOf('side', speakerSide.options))),
  ],
)

/** What a document shows that is a picture of a screen: where it was taken, when, by whom. The lawyer's word, which she may mend. */
export const captures = sqliteTable(
  'captures',
  {
    messageId: text('message_id')
      .primaryKey()
      .references(() => messages.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    /** Of what it shows. */
    channel: text('channel').$type<Channel>().notNull(),
    capturedOn: plainDate('captured_on'),
    /** `HH:MM` as the clock of whoever captured it stood; null where it is not known. */
    capturedTime: text('captured_time'),
    /** IANA name of that clock's zone; null where it is not known. */
    capturedZone: text('captured_zone'),
    account: text('account').notNull(),
    orderNumber: text('order_number').notNull(),
    complaintNumber: text('complaint_number').notNull(),
    capturedBy: text('captured_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('captures_by_case').on(table.caseId),
    check('captures_channel', sql.raw(oneOf('channel', CHANNELS))),
    check('captures_time', sql`${table.capturedTime} is null or ${table.capturedOn} is not null`),
  ],
)
