import { evidenceKind, type ListLanguage, originality, submitterRole } from '@bridge/model/exhibit.ts'
import { unreadableReason } from '@bridge/model/message.ts'
import { translationLanguage } from '@bridge/model/translation.ts'
import { z } from 'zod'
import resource from '../../../../resources/wording/exhibit-bundle.json' with { type: 'json' }
import { recordContent } from './model.ts'
import { linesOf } from './numbering.ts'

const words = z.object({
  listTitle: z.string(),
  to: z.string(),
  caseTitle: z.string(),
  caseNumber: z.string(),
  submitter: z.string(),
  submittedOn: z.string(),
  columns: z.object({
    number: z.string(),
    title: z.string(),
    kind: z.string(),
    source: z.string(),
    purpose: z.string(),
    content: z.string(),
    originality: z.string(),
    pages: z.string(),
    copies: z.string(),
    notes: z.string(),
  }),
  groupPurpose: z.string(),
  kind: z.record(evidenceKind, z.string()),
  originality: z.record(originality, z.string()),
  role: z.record(submitterRole, z.string()),
  signature: z.string(),
  copiesAndPages: z.string(),
  summary: z.string(),
  page: z.string(),
  sizeBytes: z.string(),
  message: z.object({
    from: z.string(),
    to: z.string(),
    cc: z.string(),
    date: z.string(),
    beijing: z.string(),
    dateMissing: z.string(),
    zoneMissing: z.string(),
    attachments: z.string(),
    original: z.string(),
    noSubject: z.string(),
    noBody: z.string(),
  }),
  chat: z.object({
    conversation: z.string(),
    shown: z.string(),
    zone: z.string(),
    zoneMissing: z.string(),
    program: z.string(),
    transcribed: z.string(),
    original: z.string(),
  }),
  record: z.object({
    heading: z.string(),
    channel: z.string(),
    when: z.string(),
    participants: z.string(),
    dateMissing: z.string(),
    caution: z.string(),
    channels: z.record(recordContent.shape.channel, z.string()),
  }),
  translation: z.object({
    heading: z.string(),
    of: z.string(),
    passage: z.string(),
    language: z.string(),
    translator: z.string(),
    credential: z.string(),
    madeOn: z.string(),
    notStated: z.string(),
    languages: z.record(translationLanguage, z.string()),
    notes: z.object({ translated: z.string(), partly: z.string(), missing: z.string() }),
  }),
  sheet: z.object({
    heading: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.string(),
    sha256: z.string(),
    storedAs: z.string(),
    reason: z.object({
      UNPRINTABLE: z.string(),
      ENCRYPTED: z.string(),
      DAMAGED: z.string(),
      EMPTY: z.string(),
      TOO_LARGE: z.string(),
      TOO_COSTLY: z.string(),
    }),
    messageHeading: z.string(),
    unread: z.record(unreadableReason, z.string()),
    statement: z.string(),
  }),
})
export type Words = z.infer<typeof words>

const wording = z.object({ version: z.string(), zh: words, en: words }).parse(resource)

/** The version of the wording; an export records it beside the hash of what was made. */
export const wordingVersion = wording.version

/** One sentence in the language of the papers: a line, or two where they are bilingual. */
export function say(language: ListLanguage, pick: (words: Words) => string): string[] {
  return linesOf({ zh: pick(wording.zh), en: pick(wording.en) }, language)
}
