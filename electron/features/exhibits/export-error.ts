/** Why an export was not made. */
export type ExportErrorCode =
  /** The stored bytes of a message are gone or are not those that came in. */
  | 'ORIGINAL_DAMAGED'
  /** A message that was read when it came in cannot be read any more, or an attachment of it. */
  | 'MESSAGE_UNREADABLE'
  /** The chosen place is gone, or nothing may be written there. */
  | 'PLACE_REFUSED'
  /** More than a ZIP of 32-bit sizes holds; a folder takes it. */
  | 'TOO_LARGE_FOR_ZIP'

/** An export that failed, and nothing of it is left. `exhibit` is the number under which to look for the cause. */
export class ExportError extends Error {
  readonly code: ExportErrorCode
  readonly exhibit: string | null

  constructor(code: ExportErrorCode, exhibit: string | null, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ExportError'
    this.code = code
    this.exhibit = exhibit
  }
}
