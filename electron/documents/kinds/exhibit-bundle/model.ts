import { person, writtenDate } from '@bridge/model/message.ts'
import { z } from 'zod'

/** A text in both languages. One side may be empty: the other is then printed in its place. */
export const bilingual = z.object({ zh: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingual>

/** What the papers are written in; `both` prints Chinese and English together, Chinese first. */
export const bundleLanguage = z.enum(['zh', 'en', 'both'])
export type BundleLanguage = z.infer<typeof bundleLanguage>

/** How an exhibit is named: 证据1 before a people's court, C-1 in arbitration. */
export const numberingStyle = z.enum(['chinese', 'arbitration'])
export type NumberingStyle = z.infer<typeof numberingStyle>

/** The eight kinds of evidence of the Civil Procedure Law (2023), article 66, in its order. */
export const evidenceKind = z.enum([
  'party-statement',
  'documentary',
  'physical',
  'audio-visual',
  'electronic-data',
  'witness-testimony',
  'expert-opinion',
  'inspection-record',
])

/** Who hands the papers in, as the forum calls that side. */
export const submitterRole = z.enum(['plaintiff', 'defendant', 'applicant', 'respondent', 'third-party'])
export type SubmitterRole = z.infer<typeof submitterRole>

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
})
export type EnclosedFile = z.infer<typeof enclosedFile>

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

/** A chat or a telephone call as typed in by the lawyer. It is no original and the sheet says so. */
export const recordContent = z.object({
  kind: z.literal('record'),
  channel: z.enum(['wechat', 'whatsapp', 'platform-chat', 'telephone', 'video-call', 'meeting', 'other']),
  /** When it happened, as typed in: a plain date, and a time with its zone only where the lawyer knows it. */
  happenedOn: z.iso.date(),
  happenedAt: z.string(),
  participants: z.string(),
  text: z.string(),
  note: bilingual,
})
export type RecordContent = z.infer<typeof recordContent>

export const exhibit = z.object({
  /** The number alone: `1`, `2-1`; the style adds the word or the letter. */
  number: z.string().min(1),
  title: bilingual,
  evidenceKind: evidenceKind.default('electronic-data'),
  source: bilingual,
  purpose: bilingual,
  content: bilingual,
  originality: z.enum(['original', 'copy']).default('original'),
  copies: z.int().positive(),
  notes: bilingual,
  contents: z.array(z.discriminatedUnion('kind', [messageContent, recordContent])).min(1),
})
export type Exhibit = z.infer<typeof exhibit>

/** Exhibits that prove one fact together; `label` is 第一组证据 or Group 1. */
export const exhibitGroup = z.object({
  label: bilingual,
  title: bilingual,
  purpose: bilingual,
  exhibits: z.array(exhibit).min(1),
})
export type ExhibitGroup = z.infer<typeof exhibitGroup>

/**
 * Everything an exhibit bundle may say. EVID 19 demands number, source, purpose, content, signature and date; the
 * columns `evidenceKind` and `originality` are custom, and an originality column shows a missing original, so it is off
 * unless the court's form wants it.
 */
export const exhibitBundle = z.object({
  language: bundleLanguage,
  style: numberingStyle,
  columns: z.object({ evidenceKind: z.boolean(), originality: z.boolean() }),
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
