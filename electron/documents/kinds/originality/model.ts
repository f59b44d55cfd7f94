import type { Finding, KeptKey, Provenance, ScoreLine } from '@bridge/model/authenticity.ts'
import type { IntakeLine } from '@bridge/model/evidence.ts'

type CustodyLine = Pick<
  IntakeLine,
  'takenAt' | 'sourceName' | 'containerSha256' | 'itemNumber' | 'folder' | 'sourceOffset'
>

/** One message of an exhibit, with all that shows that it is the original. */
export interface OriginalPaper {
  /** Path of its bytes inside the pack. */
  path: string
  sha256: string
  sizeBytes: number
  subject: string
  messageId: string | null
  /** The Date field as it was written. */
  date: string | null
  custody: readonly CustodyLine[]
  /** How its bytes came to be a file: as they were received, taken out of a mailbox file, or composed from Outlook's mailbox. */
  bytes: 'received' | 'unwrapped' | 'composed'
  /** Of each import that brought it; null where nothing was stated. */
  provenances: readonly (Provenance | null)[]
  /** Null where it could not be tested. */
  tested: { findings: readonly Finding[]; score: readonly ScoreLine[]; keys: readonly KeptKey[] } | null
}

/** The sheet and the script of one exhibit's originality. */
export interface OriginalityPaper {
  exhibit: string
  messages: readonly OriginalPaper[]
}
