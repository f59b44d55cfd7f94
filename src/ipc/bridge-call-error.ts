import type { BridgeError, ErrorCode } from '@bridge/errors.ts'

/** A declared error, thrown inside the renderer so that the query cache can hold it. It carries codes and ids only. */
export class BridgeCallError extends Error {
  readonly error: BridgeError

  constructor(error: BridgeError) {
    super(error.code)
    this.name = 'BridgeCallError'
    this.error = error
  }

  get code(): ErrorCode {
    return this.error.code
  }
}
