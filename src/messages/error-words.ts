import type { BridgeError, ErrorCode, ErrorData } from '@bridge/errors.ts'

/** What happened, then what was kept and what to do. */
export interface ErrorSentence {
  title: string
  detail: string
}

export type ErrorWords = { [C in ErrorCode]: (data: ErrorData<C>) => ErrorSentence }

/** The sentence for an error in one language. */
export const wordError = <C extends ErrorCode>(words: ErrorWords, error: BridgeError<C>): ErrorSentence =>
  words[error.code](error.data)
