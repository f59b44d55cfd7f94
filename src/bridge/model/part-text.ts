import { z } from 'zod'

/** What became of reading an attachment for its text: it says something, it says nothing, or it could not be read. */
export const textState = z.enum(['read', 'none', 'failed'])
export type TextState = z.infer<typeof textState>

/**
 * Why an attachment has no text, or not all of it. NO_TEXT: a kind that holds words only as a picture, or none; UNKNOWN_KIND:
 * no reader for it; ENCRYPTED: locked with a password; DAMAGED: not what it says it is; TOO_LARGE, CUT: beyond a limit, the
 * latter with what stands before it; TOOK_TOO_LONG, OUT_OF_MEMORY, READER_FAILED: the reader was stopped by it.
 */
export const textReason = z.enum([
  'NO_TEXT',
  'UNKNOWN_KIND',
  'ENCRYPTED',
  'DAMAGED',
  'TOO_LARGE',
  'CUT',
  'TOOK_TOO_LONG',
  'OUT_OF_MEMORY',
  'READER_FAILED',
])
export type TextReason = z.infer<typeof textReason>
