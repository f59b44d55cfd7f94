import type { BridgeError, ErrorCode, ErrorData } from '@bridge/errors.ts'

/** What happened, then what was kept and what to do. */
export interface ErrorSentence {
  title: string
  detail: string
}

export type ErrorWords = { [C in ErrorCode]: (data: ErrorData<C>) => ErrorSentence }

/** An instant as the clock on the wall showed it, with its day unless that is today. */
export function localTime(instant: string): string {
  const at = new Date(instant)
  const [day, today] = [at, new Date()].map((date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-'),
  )
  const time = at.toTimeString().slice(0, 5)
  return day === today ? time : `${day} ${time}`
}

/** The sentence for an error in one language. */
export const wordError = <C extends ErrorCode>(words: ErrorWords, error: BridgeError<C>): ErrorSentence =>
  words[error.code](error.data)
