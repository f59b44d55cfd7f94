import { z } from 'zod'
import { plainDate } from './case.ts'
import { channel } from './channel.ts'
import { statementState } from './statement.ts'

/** For whom somebody speaks in a chat. */
export const speakerSide = z.enum(['client', 'counterparty', 'other'])
export type SpeakerSide = z.infer<typeof speakerSide>

/** Where a chat was held, or what a picture shows: an e-mail is neither, and always has its message. */
export const chatChannel = channel.exclude(['email'])
export type ChatChannel = z.infer<typeof chatChannel>

/**
 * How an export is written. `wechat-copy`: a name and a time, the words below (what WeChat for PC copies); `wechat-days`: days as
 * dividers, then name and hour (what WeChat sends by mail); `wechat-untimed`: a name and a colon, no time at all; `time-and-name`: the
 * time first (tools that export WeChat and QQ); `aliwangwang`: name(time): as TradeManager saves it.
 */
export const CHAT_FORMATS = [
  'whatsapp-ios',
  'whatsapp-android',
  'aliwangwang',
  'wechat-days',
  'wechat-copy',
  'table',
  'time-and-name',
  'wechat-untimed',
  'pattern',
] as const
export const chatFormat = z.enum(CHAT_FORMATS)
export type ChatFormat = z.infer<typeof chatFormat>

/** Order of day, month and year in a date. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export const dateOrder = z.enum(DATE_ORDERS)
export type DateOrder = z.infer<typeof dateOrder>

/** Which column of a table holds what, counted from 0. `date` where day and time stand apart. */
export const chatColumns = z.object({
  time: z.int().min(0).max(99),
  date: z.int().min(0).max(99).nullable(),
  speaker: z.int().min(0).max(99),
  text: z.int().min(0).max(99),
})
export type ChatColumns = z.infer<typeof chatColumns>

/** What the lawyer states about an export. Null is left to the reader, which shows what it took. */
export const chatOptions = z.object({
  format: chatFormat.nullable(),
  charset: z.string().max(40).nullable(),
  dateOrder: dateOrder.nullable(),
  /** IANA name; without one no line gets an instant. */
  zone: z.string().max(60).nullable(),
  columns: chatColumns.nullable(),
  /** `[{time}] {speaker}: {text}` */
  pattern: z.string().max(200).nullable(),
})
export type ChatOptions = z.infer<typeof chatOptions>

export const chatLineKind = z.enum(['said', 'system', 'media'])

/** One line of a chat as read from its export. */
export const chatLine = z.object({
  /** Where it begins in the file, bytes. */
  offset: z.int().nonnegative(),
  /** As the export names who spoke; null where nobody did. */
  speaker: z.string().nullable(),
  /** The time as written; null where there is none. */
  raw: z.string().nullable(),
  /** The same without a zone, `YYYY-MM-DDTHH:MM:SS`; null where it cannot be read. */
  local: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  zoneMinutes: z.int().nullable(),
  text: z.string(),
  kind: chatLineKind,
})
export type ChatLine = z.infer<typeof chatLine>

/** What stands in an export and is no line of the chat. */
export const unreadLine = z.object({ offset: z.int().nonnegative(), text: z.string() })
export type UnreadLine = z.infer<typeof unreadLine>

/** How an export would be read, before anything is kept. */
export const chatPreview = z.object({
  /** The format that was stated or recognised; null where nothing fits. */
  format: chatFormat.nullable(),
  /** Formats that fit, the likeliest first; `confidence` 0 to 1. */
  recognised: z.array(z.object({ format: chatFormat, confidence: z.number() })),
  charset: z.string(),
  charsetGuessed: z.boolean(),
  /** Physical lines with characters that the charset cannot mean. */
  damagedCount: z.int(),
  /** The order that was stated, or the one in which time runs backwards least; null without a readable date. */
  dateOrder: dateOrder.nullable(),
  /** Orders in which every date of the file exists; more than one needs the lawyer's word. */
  dateOrders: z.array(dateOrder),
  /** Dates that mean different days in them. */
  ambiguous: z.array(
    z.object({ raw: z.string(), days: z.array(z.object({ order: dateOrder, day: plainDate })) }),
  ),
  /** Columns of a table and its first rows. */
  table: z
    .object({ columns: chatColumns.nullable(), hasHeading: z.boolean(), rows: z.array(z.array(z.string())) })
    .nullable(),
  speakers: z.array(z.object({ name: z.string(), lineCount: z.int() })),
  counts: z.object({
    lines: z.int(),
    said: z.int(),
    system: z.int(),
    media: z.int(),
    undated: z.int(),
    unread: z.int(),
  }),
  first: z.array(chatLine),
  last: z.array(chatLine),
  /** The first of those that could not be read; `counts.unread` counts all. */
  unread: z.array(unreadLine),
})
export type ChatPreview = z.infer<typeof chatPreview>

/** Who speaks, as the lawyer says. */
export const chatSpeaker = z.object({
  name: z.string().max(300),
  /** Number, user name or member id; empty where it is not known. */
  account: z.string().trim().max(300),
  side: speakerSide,
})
export type ChatSpeaker = z.infer<typeof chatSpeaker>

/** A conversation of a case. */
export const conversation = z.object({
  threadId: z.uuid(),
  title: z.string(),
  channel,
  lineCount: z.int(),
  speakers: z.array(chatSpeaker),
})
export type Conversation = z.infer<typeof conversation>

/** A line as it is kept: a message of a conversation. */
export const spokenLine = z.object({
  messageId: z.uuid(),
  /** Empty where the program of the chat wrote it. */
  speaker: z.string(),
  account: z.string(),
  side: speakerSide,
  at: z.iso.datetime().nullable(),
  zoneMinutes: z.int().nullable(),
  raw: z.string().nullable(),
  text: z.string(),
  kind: chatLineKind,
  transcribed: z.boolean(),
  /** States of the statements marked in it. */
  statements: z.array(statementState),
})
export type SpokenLine = z.infer<typeof spokenLine>

/** How one export of a conversation was read, and what the lawyer stated for it. */
export const chatReading = z.object({
  importId: z.uuid(),
  sourceName: z.string(),
  originalSha256: z.string(),
  format: chatFormat,
  charset: z.string(),
  charsetGuessed: z.boolean(),
  zone: z.string().nullable(),
  dateOrder: dateOrder.nullable(),
  lineCount: z.int(),
  undatedCount: z.int(),
  unreadCount: z.int(),
  takenAt: z.iso.datetime(),
})
export type ChatReading = z.infer<typeof chatReading>
