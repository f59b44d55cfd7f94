import type { ReadingWarning } from '@bridge/model/message.ts'

/** What one reading carries along: what it noticed so far, and the charset to try first where none is named. */
export interface Reading {
  readonly warnings: Set<ReadingWarning>
  charsetHint: string | null
}

/** Starts a reading with nothing noticed. */
export function startReading(): Reading {
  return { warnings: new Set(), charsetHint: null }
}
