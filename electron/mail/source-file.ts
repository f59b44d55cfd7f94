import { type SkipReason, skipReason } from '@bridge/model/message.ts'
import { z } from 'zod'

/** A file found among what was chosen for import. */
export const sourceFile = z.object({
  path: z.string(),
  /** For people: the path below what was chosen, with `/`. */
  name: z.string(),
  /** `other` is named in the receipt and not imported. */
  kind: z.enum(['eml', 'mbox', 'msg', 'tnef', 'pst', 'zip', 'document', 'other']),
  sizeBytes: z.int().nonnegative(),
  /** Why it will not be read; null where it will. */
  skipped: skipReason.nullable(),
})
export type SourceFile = z.infer<typeof sourceFile>

/** Where in its source a thing lies. */
export const itemPlace = z.object({
  /** Path below the source, with `/`; empty for the source itself, or what lies in it by a number. */
  below: z.string(),
  /** Byte offset inside a mailbox file; null for a file of its own. */
  offset: z.int().nonnegative().nullable(),
  /** SHA-256 of the whole source, where the thing was taken out of it. */
  containerSha256: z.string().length(64).nullable(),
  /** Number of the item in a mailbox of Outlook's. */
  itemNumber: z.int().nonnegative().nullable(),
  /** Folder of the mailbox, from the top, with `/`. */
  folder: z.string().nullable(),
})
export type ItemPlace = z.infer<typeof itemPlace>

/** The place of what is the whole of its source. */
export const WHOLE: ItemPlace = {
  below: '',
  offset: null,
  containerSha256: null,
  itemNumber: null,
  folder: null,
}

/** What a failed file operation means for the receipt. */
export function skipReasonOf(error: unknown): SkipReason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'NO_ACCESS'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'NOT_FOUND'
  return 'UNREADABLE'
}
