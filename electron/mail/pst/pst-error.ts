/** Why a mailbox, or one thing in it, cannot be read. */
export type PstProblem = 'DAMAGED' | 'ENCRYPTED' | 'TOO_LARGE'

/** Thrown inside the reader of mailboxes. Carries a code, never text of the mailbox. */
export class PstError extends Error {
  readonly code: PstProblem

  constructor(code: PstProblem) {
    super(code)
    this.name = 'PstError'
    this.code = code
  }
}
