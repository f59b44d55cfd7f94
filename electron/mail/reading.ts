import type { CharsetName } from '@bridge/model/charset.ts'
import type { ReadingWarning } from '@bridge/model/message.ts'
import { type Charset, findCharset } from './charset/find-charset.ts'

/** What one reading carries along: what it noticed so far, and the charset to try first where none is named. */
export interface Reading {
  readonly warnings: Set<ReadingWarning>
  charsetHint: string | null
  /** What the lawyer wants it read in, whatever labels say; null where labels and guesses rule. */
  readonly chosen: Charset | null
}

/** Starts a reading with nothing noticed. */
export function startReading(chosen: CharsetName | null = null): Reading {
  return { warnings: new Set(), charsetHint: null, chosen: findCharset(chosen) }
}
