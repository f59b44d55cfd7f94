import { channel } from '@bridge/model/channel.ts'
import {
  bilingual,
  exhibitWording,
  groupWording,
  listLanguage,
  numberStyle,
  submitterRole,
} from '@bridge/model/exhibit.ts'
import { person, unreadableReason, writtenDate } from '@bridge/model/message.ts'
import { translationLanguage } from '@bridge/model/translation.ts'
import { z } from 'zod'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A file sent with a message. `storedAs` is its place in the export, or that of the message that holds it. */
export const enclosedFile = z.object({
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.int().nonnegative(),
  sha256,
  storedAs: z.string(),
  bytes,
  /** What is typeset in the place of the file itself, where it is a message or a plain text. */
  get inside(): z.ZodNullable<z.ZodDiscriminatedUnion<[typeof messageContent, typeof textContent]>> {
    return z.discriminatedUnion('kind', [messageContent, textContent]).nullable()
  },
})
export type EnclosedFile = z.infer<typeof enclosedFile>

/** A file of plain text, as decoded. */
export const textContent = z.object({ kind: z.literal('text'), text: z.string() })

/** What a message says. HTML is sanitised: no script, no form, nothing loaded from outside; images are `data:`. */
export const messageBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('html'), html: z.string() }),
])

export const messageContent = z.object({
  kind: z.literal('message'),
  subject: z.string(),
  from: z.array(person),
  to: z.array(person),
  cc: z.array(person),
  date: writtenDate,
  body: messageBody,
  /** In the message's order; each is printed behind it. */
  attachments: z.array(enclosedFile),
  storedAs: z.string(),
  sha256,
})
export type MessageContent = z.infer<typeof messageContent>

/** A message that was kept but could not be read: a sheet names it, and the file itself is the evidence. */
export const unreadContent = enclosedFile.omit({ bytes: true, inside: true }).extend({
  kind: z.literal('unread'),
  reason: unreadableReason,
})
export type UnreadContent = z.infer<typeof unreadContent>

/** A document that came by itself: its own pages, without a sheet before them. */
export const documentContent = enclosedFile.extend({ kind: z.literal('document') })
export type DocumentContent = z.infer<typeof documentContent>

/** A chat or a telephone call as typed in by the lawyer. It is no original and the sheet says so. */
export const recordContent = z.object({
  kind: z.literal('record'),
  /** An e-mail is never typed in: it stands in an exhibit as a message. */
  channel: channel.exclude(['email']),
  /** A plain date; null where the lawyer knows none, and then the sheet says so. */
  happenedOn: z.iso.date().nullable(),
  participants: z.string(),
  text: z.string(),
})
export type RecordContent = z.infer<typeof recordContent>

/** Lines of a chat as they were held, with the files they were read from. */
export const chatContent = z.object({
  kind: z.literal('chat'),
  title: z.string(),
  channel: channel.exclude(['email']),
  lines: z
    .array(
      z.object({
        /** Empty where the program of the chat wrote it. */
        speaker: z.string(),
        account: z.string(),
        date: writtenDate,
        text: z.string(),
        byProgram: z.boolean(),
        /** Typed by somebody off a picture. */
        transcribed: z.boolean(),
        /** What the exhibit is about; the others stand around it. */
        chosen: z.boolean(),
      }),
    )
    .min(1),
  /** Of the whole conversation. */
  totalCount: z.int(),
  /** `zone` is the one the party states for the file's times; null where it states none. */
  originals: z
    .array(z.object({ storedAs: z.string(), sha256, fileName: z.string(), zone: z.string().nullable() }))
    .min(1),
})
export type ChatContent = z.infer<typeof chatContent>

/** A translation, printed behind what it is of. */
export const translationContent = z.object({
  kind: z.literal('translation'),
  /** The subject or the file name of what it is of. */
  name: z.string(),
  /** The passage word for word, where it is of no more than that. */
  quote: z.string().nullable(),
  language: translationLanguage,
  text: z.string(),
  translator: z.string(),
  credential: z.string(),
  madeOn: z.iso.date().nullable(),
})
export type TranslationContent = z.infer<typeof translationContent>

export const exhibit = exhibitWording.extend({
  /** The number alone: `1`, `2-1`; the style adds the word or the letter. */
  number: z.string().min(1),
  /** How its foreign-language parts stand, noted in the list; `none` where it has none that anybody could read. */
  translation: z.enum(['none', 'translated', 'partly', 'missing']),
  contents: z
    .array(
      z.discriminatedUnion('kind', [
        messageContent,
        documentContent,
        unreadContent,
        chatContent,
        recordContent,
        translationContent,
      ]),
    )
    .min(1),
})
export type Exhibit = z.infer<typeof exhibit>

/** Exhibits that prove one fact together; `label` is 第一组证据 or Group 1. */
export const exhibitGroup = groupWording.extend({
  label: bilingual,
  exhibits: z.array(exhibit).min(1),
})
export type ExhibitGroup = z.infer<typeof exhibitGroup>

/**
 * Everything an exhibit bundle may say. EVID 19 demands number, source, purpose, content, signature and date; the
 * columns `evidenceKind` and `originality` are custom, and an originality column shows a missing original, so it is off
 * unless the court's form wants it.
 */
export const exhibitBundle = z.object({
  language: listLanguage,
  style: numberStyle,
  columns: z.object({ kind: z.boolean(), originality: z.boolean() }),
  heading: z.object({
    caseTitle: bilingual,
    /** Empty for a claimant whose case has no number yet. */
    caseNumber: z.string(),
    tribunal: bilingual,
    role: submitterRole,
    submitter: bilingual,
    /** A plain date: also the date the files carry inside, so that the same model gives the same papers. */
    submittedOn: z.iso.date(),
  }),
  /** A bundle without groups has one group with an empty label and title. */
  groups: z.array(exhibitGroup).min(1),
})
export type ExhibitBundle = z.infer<typeof exhibitBundle>

/** The bundle pages an exhibit fills, counted from 1 at the first page of the list. */
export interface PageRange {
  first: number
  last: number
}

/** The exhibits of every group, in printing order. */
export function listExhibits(bundle: ExhibitBundle): Exhibit[] {
  return bundle.groups.flatMap((group) => group.exhibits)
}
