import { type SkipReason, skipReason } from '@bridge/model/message.ts'
import { z } from 'zod'

/** A file found among what was chosen for import. */
export const sourceFile = z.object({
  path: z.string(),
  /** For people: the path below what was chosen, with `/`. */
  name: z.string(),
  /** `other` is named in the receipt and not imported. */
  kind: z.enum(['eml', 'mbox', 'msg', 'tnef', 'other']),
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
