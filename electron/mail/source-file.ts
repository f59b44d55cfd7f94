import { z } from 'zod'

/**
 * Why a file gave no message. Codes only. NOT_MAIL: nothing this reader knows; NO_MESSAGES: a mailbox without any;
 * SYMBOLIC_LINK: links are not followed; TOO_LARGE: beyond what fits into memory; UNREADABLE: the disk or the reader failed.
 */
export const skipReason = z.enum([
  'NOT_MAIL',
  'NO_MESSAGES',
  'SYMBOLIC_LINK',
  'NO_ACCESS',
  'NOT_FOUND',
  'TOO_LARGE',
  'UNREADABLE',
])
export type SkipReason = z.infer<typeof skipReason>

/** A file found among what was chosen for import. */
export const sourceFile = z.object({
  path: z.string(),
  /** For people: the path below what was chosen, with `/`. */
  name: z.string(),
  /** `other` is named in the receipt and not imported. */
  kind: z.enum(['eml', 'mbox', 'other']),
  sizeBytes: z.int().nonnegative(),
  /** Why it will not be read; null where it will. */
  skipped: skipReason.nullable(),
})
export type SourceFile = z.infer<typeof sourceFile>

/** What a failed file operation means for the receipt. */
export function skipReasonOf(error: unknown): SkipReason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'NO_ACCESS'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'NOT_FOUND'
  return 'UNREADABLE'
}
