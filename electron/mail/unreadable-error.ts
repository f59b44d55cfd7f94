import type { UnreadableReason } from '@bridge/model/message.ts'

/** Thrown inside the reader to give a message up as a whole; `readMessage` turns it into its result. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}
