import type { ChannelName, Input, Output } from '@bridge/channels/index.ts'
import type { BridgeError, ErrorCode, ErrorData } from '@bridge/errors.ts'
import type { BridgeEvents, EventName } from '@bridge/events.ts'
import type { World } from './world.ts'

/** An error a handler answers with. */
export class FakeFault extends Error {
  readonly error: BridgeError

  constructor(error: BridgeError) {
    super(error.code)
    this.error = error
  }
}

/** Stops a handler with a declared error. */
export const fail = <C extends ErrorCode>(code: C, data: ErrorData<C>): never => {
  throw new FakeFault({ code, data })
}

/** The one that is asked for, or NOT_FOUND. */
export const found = <T>(value: T | undefined): T => value ?? fail('NOT_FOUND', {})

export type Tell = <E extends EventName>(name: E, event: BridgeEvents[E]) => void

export type FakeHandler<N extends ChannelName> = (input: Input<N>, world: World, tell: Tell) => Output<N>

/** The handlers of one feature; a channel without one does not compile. */
export type FakeHandlers<P extends string> = {
  [N in Extract<ChannelName, `${P}.${string}`>]: FakeHandler<N>
}
