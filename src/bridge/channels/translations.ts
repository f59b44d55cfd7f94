import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { pieceStanding, translation, translationDraft } from '../model/translation.ts'

const messageId = z.uuid()
const translationId = z.uuid()

/** What is translated: a whole message, a passage of it to the last character, or one of its files. */
const of = z.discriminatedUnion('what', [
  z.object({ what: z.literal('message'), messageId }),
  z.object({
    what: z.literal('passage'),
    messageId,
    quote: z.string().max(10_000).regex(/\S/u),
    quoteStart: z.int().nonnegative(),
  }),
  z.object({ what: z.literal('file'), messageId, partPath: z.string().max(100) }),
])

export const translationsChannels = {
  'translations.list': query({
    summary: 'Translations of a message, its passages and its files.',
    input: z.object({ messageId }),
    output: z.object({ translations: z.array(translation) }),
    errors: [],
    reads: ['evidence'],
  }),
  'translations.standings': query({
    summary:
      'Of every text in the exhibits of a case: whether it is Chinese, translated, partly translated, or neither.',
    input: z.object({ caseId: z.uuid() }),
    output: z.object({ standings: z.array(pieceStanding) }),
    errors: [],
    reads: ['evidence', 'exhibits'],
  }),
  'translations.add': command({
    summary: 'Keeps a translation of a message, a passage or a file, with who made it and when.',
    input: z.object({ of, draft: translationDraft }),
    output: z.object({ translationId }),
    errors: ['NOT_FOUND', 'PASSAGE_NOT_FOUND'],
    touches: ['evidence'],
  }),
  'translations.change': command({
    summary: 'Changes a translation, or what is stated about it.',
    input: z.object({ translationId, draft: translationDraft }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['evidence'],
  }),
  'translations.remove': command({
    summary: 'Takes a translation out again.',
    input: z.object({ translationId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['evidence'],
  }),
}
