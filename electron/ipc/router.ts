import { CHANNELS, type ChannelName, type Handlers } from '@bridge/channels/index.ts'
import type { AnyChannel, Topic } from '@bridge/define-channel.ts'
import { type BridgeError, COMMON_ERRORS, ERRORS, type ErrorCode, type Reply } from '@bridge/errors.ts'
import { Refusal } from '@bridge/refusal.ts'
import { diskFault, Fault } from '../platform/fault.ts'
import { readFault } from '../store/sqlite-errors.ts'
import { isOwnPage, type Sender } from './sender-check.ts'

export interface RouterParts {
  handlers: Handlers
  isLocked(): boolean
  /** Origin of the app's own page. */
  ownOrigin: string
  /** Writes the cause of an unexpected error to the log and gives back the incident number that crosses instead. */
  reportIncident(channel: string, cause: unknown): string
  broadcast(topics: readonly Topic[]): void
}

export type Router = (sender: Sender, name: unknown, input: unknown) => Promise<Reply<unknown>>

const failed = (code: ErrorCode, data: object): Reply<never> => ({
  ok: false,
  error: { code, data } as BridgeError,
})

/**
 * Answers calls from the page: sender, look-up, lock, input, run, output, reply, broadcast. The reply is always
 * returned, never rejected; whatever no channel declared becomes `UNEXPECTED` with an incident number.
 */
export function createRouter(parts: RouterParts): Router {
  return async (sender, name, input) => {
    if (!isOwnPage(sender, parts.ownOrigin)) return failed('FORBIDDEN', {})
    if (!isChannelName(name)) return failed('FORBIDDEN', {})
    const channel: AnyChannel = CHANNELS[name]
    if (channel.whenLocked !== 'allow' && parts.isLocked()) return failed('VAULT_LOCKED', {})
    const parsed = channel.input.safeParse(input)
    if (!parsed.success) return failed('BAD_INPUT', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    try {
      const run = parts.handlers[name] as (input: unknown) => unknown
      const value = channel.output.parse(await run(parsed.data))
      if (channel.kind === 'command' && channel.touches.length > 0) parts.broadcast(channel.touches)
      return { ok: true, value }
    } catch (cause) {
      return answerTo(cause, channel, () => parts.reportIncident(name, cause))
    }
  }
}

/** Own properties only: `constructor` and `__proto__` are no channels. */
const isChannelName = (name: unknown): name is ChannelName =>
  typeof name === 'string' && Object.hasOwn(CHANNELS, name)

function answerTo(thrown: unknown, channel: AnyChannel, report: () => string): Reply<never> {
  const cause = readFault(diskFault(thrown))
  if (cause instanceof Refusal || cause instanceof Fault) {
    const code = [...channel.errors, ...COMMON_ERRORS].find((allowed) => allowed === cause.code)
    const data = code && ERRORS[code].safeParse(cause.data)
    if (code && data?.success) return failed(code, data.data)
  }
  return failed('UNEXPECTED', { incident: report() })
}
