import { z } from 'zod'
import { plainDate } from './case.ts'

/** Languages a translation is made into. Chinese is what a PRC court needs (Civil Procedure Law 73, Evidence Provisions 17). */
export const TRANSLATION_LANGUAGES = ['zh', 'en'] as const
export const translationLanguage = z.enum(TRANSLATION_LANGUAGES)
export type TranslationLanguage = z.infer<typeof translationLanguage>

/** All a lawyer states about a translation. */
export const translationDraft = z.object({
  language: translationLanguage,
  text: z.string().trim().min(1).max(400_000),
  translator: z.string().trim().max(200),
  credential: z.string().trim().max(200),
  madeOn: plainDate.nullable(),
})
export type TranslationDraft = z.infer<typeof translationDraft>

/** A translation of a message's text, of one passage of it, or of one of its files. */
export const translation = translationDraft.extend({
  id: z.uuid(),
  messageId: z.uuid(),
  partPath: z.string().nullable(),
  quote: z.string().nullable(),
  quoteStart: z.int().nullable(),
})
export type Translation = z.infer<typeof translation>

/**
 * Whether somebody who reads Chinese alone can follow a text: it is Chinese; it has Chinese beside foreign sentences, which may say
 * the same or not; it is wholly or partly translated; foreign without a translation; or nobody could read its words, as of a picture.
 */
export const translationStanding = z.enum(['chinese', 'mixed', 'translated', 'partly', 'missing', 'unknown'])
export type TranslationStanding = z.infer<typeof translationStanding>

/** How one text of an exhibit stands: of a message, or of one of its files. */
export const pieceStanding = z.object({
  messageId: z.uuid(),
  subject: z.string(),
  partPath: z.string().nullable(),
  fileName: z.string().nullable(),
  standing: translationStanding,
})
export type PieceStanding = z.infer<typeof pieceStanding>
