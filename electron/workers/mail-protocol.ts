import { charset } from '@bridge/model/charset.ts'
import { chatLine, chatOptions, chatPreview, unreadLine } from '@bridge/model/chat.ts'
import { parsedMessage, skipReason, unreadableReason } from '@bridge/model/message.ts'
import { textReason, textState } from '@bridge/model/part-text.ts'
import { z } from 'zod'
import { mailLimits } from '../mail/limits.ts'
import { TEXT_LENGTH } from '../mail/part-text/part-text.ts'
import { itemPlace, sourceFile } from '../mail/source-file.ts'

/** Bytes cross in pieces of this size, so that neither side is busy with one for long. */
export const PIECE_BYTES = 1024 ** 2

/** How far the worker may run ahead of what main has dealt with. */
export const WINDOW = { items: 64, bytes: 32 * 1024 ** 2 } as const

const piece = z.instanceof(Uint8Array)
const itemForm = z.enum(['mail', 'document'])
const sizeBytes = z.int().nonnegative().max(mailLimits.keptBytes)

/** What the lawyer wants a message read in; null where its own labels and the reader's guess rule. */
const chosen = charset.nullable()

const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('body'), chosen }),
  z.object({ kind: z.literal('part'), partPath: z.string(), chosen }),
  z.object({ kind: z.literal('message'), chosen }),
  /** What a part says, for search; with a null path the bytes are the file. */
  z.object({
    kind: z.literal('partText'),
    partPath: z.string().nullable(),
    fileName: z.string(),
    contentType: z.string(),
    isMessage: z.boolean(),
  }),
  z.object({ kind: z.literal('chatPreview'), options: chatOptions }),
  z.object({ kind: z.literal('chatLines'), options: chatOptions }),
])
export type Question = z.infer<typeof question>

/** What main tells the mail worker. `more` continues the bytes of the `ask` before it, `moreLines` wants the next of a chat. */
export const toMailWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('list'), paths: z.array(z.string()) }),
  z.object({ type: z.literal('read'), source: sourceFile, skipItems: z.int().nonnegative() }),
  z.object({ type: z.literal('credit'), bytes: sizeBytes }),
  z.object({ type: z.literal('ask'), question, sizeBytes, piece }),
  z.object({ type: z.literal('more'), piece }),
  z.object({ type: z.literal('moreLines') }),
])
export type ToMailWorker = z.infer<typeof toMailWorker>

const reading = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), message: parsedMessage }),
  z.object({ ok: z.literal(false), reason: unreadableReason }),
])

/**
 * What the mail worker tells main. `opening` says what is being taken out of its source; an `item` is its bytes and hash before
 * anything is parsed; the `reading` of it follows, with the labels and flags its mailbox gave it. `more` continues the bytes of the `item` or `part` before it.
 */
export const fromMailWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listed'), sources: z.array(sourceFile), last: z.boolean() }),
  z.object({ type: z.literal('opening'), place: itemPlace }),
  z.object({
    type: z.literal('item'),
    place: itemPlace,
    form: itemForm,
    sha256: z.string().length(64),
    sizeBytes,
    piece,
  }),
  z.object({ type: z.literal('more'), piece }),
  z.object({ type: z.literal('reading'), reading, labels: z.array(z.string()) }),
  z.object({ type: z.literal('skipped'), place: itemPlace, reason: skipReason }),
  z.object({ type: z.literal('sourceDone') }),
  z.object({
    type: z.literal('body'),
    text: z.string(),
    html: z.string().nullable(),
    blockedImages: z.int(),
  }),
  z.object({
    type: z.literal('part'),
    contentType: z.string(),
    fileName: z.string(),
    text: z.string().nullable(),
    sizeBytes,
    piece,
  }),
  z.object({ type: z.literal('noPart') }),
  z.object({
    type: z.literal('partText'),
    state: textState,
    reason: textReason.nullable(),
    text: z.string().max(TEXT_LENGTH),
  }),
  z.object({ type: z.literal('chatPreview'), preview: chatPreview }),
  z.object({
    type: z.literal('chatLines'),
    items: z.array(z.union([chatLine, z.object({ unread: unreadLine })])),
    last: z.boolean(),
  }),
  z.object({ type: z.literal('refused'), reason: unreadableReason }),
])
export type FromMailWorker = z.infer<typeof fromMailWorker>
