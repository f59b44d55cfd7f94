/** What can go wrong while papers are made. Codes only: no text of a case is ever part of an error. */
export type DocumentErrorCode =
  /** No Chromium on this machine, on the command line: install it, or name it in REDCHOP_CHROMIUM. */
  | 'CHROMIUM_MISSING'
  /** The browser was found but ended or did not answer. */
  | 'CHROMIUM_FAILED'
  /** A page could not be loaded or printed. */
  | 'PRINT_FAILED'
  /** The bundle worker ended before its work was done. */
  | 'BUNDLE_WORKER_FAILED'
  /** The list's page numbers changed its length without end. */
  | 'LIST_UNSTABLE'

export class DocumentError extends Error {
  readonly code: DocumentErrorCode
  /** The number of the exhibit that was being made, as the papers print it; null where it is not the exhibit's fault. */
  readonly exhibit: string | null

  constructor(code: DocumentErrorCode, options: ErrorOptions & { exhibit?: string } = {}) {
    super(code, options)
    this.name = 'DocumentError'
    this.code = code
    this.exhibit = options.exhibit ?? null
  }
}
