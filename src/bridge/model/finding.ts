import { z } from 'zod'
import { plainDate } from './case.ts'
import { channel } from './channel.ts'
import { messageForm } from './message.ts'

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
