import { z } from 'zod'
import { plainDate } from './case.ts'
import { channel } from './channel.ts'
import { messageForm } from './message.ts'
import { messageRef, statement } from './statement.ts'

/** Which messages pass: all that is said must be so, and what is not said does not matter. */
export const messageFilter = z
  .strictObject({
    /** Who wrote it: a mailbox of this side. */
    side: z.enum(['client', 'counterparty']),
    /** An address that the header names, in any field. */
    person: z.string().min(1).max(400),
    /** Days of Beijing (UTC+8), both included. What has no date passes neither. */
    from: plainDate,
    to: plainDate,
    channel,
    form: messageForm,
    /** Whether a statement is marked in it; one that is confirmed; one that is not. */
    statements: z.enum(['any', 'confirmed', 'unconfirmed']),
    /** Whether it stands in an exhibit of any list; in which one. */
    exhibit: z.union([z.enum(['in', 'out']), z.uuid()]),
    attachments: z.literal(true),
    unreadable: z.literal(true),
    /** Whether the reader noticed something about it. */
    flagged: z.literal(true),
    /** Other copies of a message that is listed already, too. */
    copies: z.literal(true),
  })
  .partial()
export type MessageFilter = z.infer<typeof messageFilter>

/** Where search found something. */
export const hitWhere = z.enum(['subject', 'header', 'body', 'file', 'attachment'])
export type HitWhere = z.infer<typeof hitWhere>

/** The first place in a message where something stands that was looked for, with a few words around it. */
export const hit = z.object({
  where: hitWhere,
  /** Of the attachment; empty for every other place. */
  fileName: z.string(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type Hit = z.infer<typeof hit>

/** A passage of a text, in UTF-16 units. */
export const place = z.object({ start: z.int(), end: z.int() })
export type Place = z.infer<typeof place>

/** How many messages would pass if one thing of the filter were said so, all else staying as it is. */
export const filterCounts = z.object({
  sides: z.object({ client: z.int(), counterparty: z.int() }),
  channels: z.array(z.object({ value: channel, count: z.int() })),
  forms: z.array(z.object({ value: messageForm, count: z.int() })),
  statements: z.object({ any: z.int(), confirmed: z.int(), unconfirmed: z.int() }),
  exhibits: z.object({ in: z.int(), out: z.int() }),
  attachments: z.int(),
  unreadable: z.int(),
  flagged: z.int(),
  copies: z.int(),
  /** Those whom most messages name, first. */
  people: z.array(z.object({ address: z.string(), name: z.string(), count: z.int() })),
})
export type FilterCounts = z.infer<typeof filterCounts>

/** Where a message holds what is looked for. */
export const foundPlaces = z.object({
  /** In its text, in order; the first thousand. */
  text: z.array(place),
  /** Attachments that hold it, with how often; a long one is counted to a thousand. */
  attachments: z.array(z.object({ partPath: z.string(), count: z.int() })),
})
export type FoundPlaces = z.infer<typeof foundPlaces>

/** A piece of the text of an attachment, with what was found in it. */
export const foundPiece = z.object({ piece: z.int(), text: z.string(), places: z.array(place) })
export type FoundPiece = z.infer<typeof foundPiece>

/** One thing on the timeline of a case: a message, or what a statement that stands in no message says and when it was asked about. */
export const timelineItem = z.object({
  kind: z.enum(['mail', 'chat', 'document', 'statement', 'asked']),
  /** Of the message, or of the statement. */
  id: z.uuid(),
  at: z.iso.datetime(),
  /** The day in Beijing (UTC+8), by which the timeline is parted. */
  day: plainDate,
  zoneMinutes: z.int().nullable(),
  channel,
  who: z.string(),
  text: z.string(),
})
export type TimelineItem = z.infer<typeof timelineItem>

/** One line of a thread, parents before their replies: a message, or a gap where one must have been. */
export const threadEntry = z.object({
  /** Null for a gap. */
  message: messageRef.nullable(),
  /** Message-ID without brackets; null where the message has none. */
  headerMessageId: z.string().nullable(),
  depth: z.int(),
})
export type ThreadEntry = z.infer<typeof threadEntry>

/** A message that is not in the case though others of it answer it. */
export const gap = z.object({ headerMessageId: z.string(), replies: z.array(messageRef) })
export type Gap = z.infer<typeof gap>

/** Another copy of a message: the same EDRM hash, other bytes. */
export const copy = z.object({
  message: messageRef,
  sameText: z.boolean(),
  sameAttachments: z.boolean(),
  receivedAt: z.iso.datetime().nullable(),
  sourceName: z.string(),
})
export type Copy = z.infer<typeof copy>

/** A file that hangs on a message and also came by itself, or the other way round. */
export const twin = z.object({ message: messageRef, fileName: z.string() })
export type Twin = z.infer<typeof twin>

/** A statement that was typed in and stands in no message. */
export const foundStatement = statement.pick({
  id: true,
  kind: true,
  channel: true,
  quote: true,
  speaker: true,
  saidOn: true,
})
export type FoundStatement = z.infer<typeof foundStatement>
