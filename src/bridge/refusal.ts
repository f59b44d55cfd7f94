import type { ErrorCode, ErrorData } from './errors.ts'

/**
 * An answer of "no" that a channel may have declared. Thrown by services, caught by the router alone, which lets it
 * cross only where the channel declared its code. Carries codes and ids, never text of a case.
 */
export class Refusal<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: ErrorData<C>

  constructor(code: C, data: ErrorData<C>, options?: ErrorOptions) {
    super(code, options)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** Codes whose error carries no data. */
export type BareCode = { [C in ErrorCode]: Record<string, never> extends ErrorData<C> ? C : never }[ErrorCode]

/** A refusal without data: `throw refusal('NOT_FOUND')`. */
export const refusal = (code: BareCode, options?: ErrorOptions): Refusal => new Refusal(code, {}, options)
