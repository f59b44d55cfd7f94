import type { ChannelName, Input, Output } from '@bridge/channels/index.ts'
import type { BridgeError, Reply } from '@bridge/errors.ts'
import type { Bridge, BridgeEvents, EventName } from '@bridge/events.ts'
import { BridgeCallError } from './bridge-call-error.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** What is said when the call itself broke, which only a bug in preload or router can cause. */
const BROKEN: BridgeError = { code: 'UNEXPECTED', data: { incident: 'renderer' } }

/** Calls a channel and answers with its reply; never rejects. */
export async function ask<N extends ChannelName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  try {
    // Main parsed the value with the channel's own schema before it crossed: the router refuses any other.
    return (await window.bridge.call(name, input)) as Reply<Output<N>>
  } catch {
    return { ok: false, error: BROKEN }
  }
}

/** Calls a channel and answers with its value. Throws a `BridgeCallError`. */
export async function call<N extends ChannelName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await ask(name, input)
  if (!reply.ok) throw new BridgeCallError(reply.error)
  return reply.value
}

/** Listens to what main tells; the answer stops listening. */
export const listen = <E extends EventName>(
  name: E,
  listener: (event: BridgeEvents[E]) => void,
): (() => void) => window.bridge.on(name, listener)

/** Hands dropped files to main; null where they were no real files. */
export const dropFiles = async (files: readonly File[]): Promise<string | null> =>
  (await window.bridge.drop(files)).token
