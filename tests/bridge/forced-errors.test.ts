import { readFileSync } from 'node:fs'
import { CHANNELS, type ChannelName } from '@bridge/channels/index.ts'
import type { AnyChannel } from '@bridge/define-channel.ts'
import { ERRORS, type ErrorCode } from '@bridge/errors.ts'
import { Refusal } from '@bridge/refusal.ts'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { nameFailure } from '../../electron/ipc/name-failure.ts'
import { Fault } from '../../electron/platform/fault.ts'
import { CHANNEL_INPUTS } from '../support/channel-inputs.ts'
import { createTestVault, OWN_PAGE, openTestProgram } from '../support/program.ts'

/** How many errors are forced, over all channels and kinds. */
const ERRORS_FORCED = 1_000

const channels = Object.entries(CHANNELS) as [ChannelName, AnyChannel][]

/** Whatever may be thrown somewhere below a handler, with text of a case wherever an error can carry text. */
const KINDS: readonly ((canary: string) => unknown)[] = [
  (canary) => new Error(canary),
  (canary) => new TypeError(canary, { cause: new Error(canary) }),
  (canary) => Object.assign(new Error(canary), { code: canary }),
  (canary) => Object.assign(new Error(canary), { code: 'SQLITE_CONSTRAINT', detail: canary }),
  (canary) => Object.assign(new Error('x'), { exhibit: canary, path: canary, dest: canary }),
  (canary) => Object.assign(new Error('x'), { name: canary, stack: canary, message: canary }),
  (canary) => new AggregateError([new Error(canary)], canary),
  (canary) => new Refusal('NOT_FOUND', { [canary]: canary } as never),
  (canary) => new Refusal(canary as never, { canary } as never),
  (canary) => new Fault('STORE_UNSAFE', { pragma: canary }),
  (canary) => new Fault('DISK_FULL', { place: canary }, { cause: canary }),
  (canary) => new Fault(canary as never, {}),
  (canary) => z.object({ x: z.literal('a') }).safeParse({ [canary]: canary, x: canary }).error,
  (canary) => canary,
  (canary) => ({ message: canary, code: canary }),
  (canary) => ({ toString: () => canary, constructor: { name: canary } }),
  (canary) => thrownBy(() => readFileSync(`/nowhere/${canary}`)),
  (canary) => thrownBy(() => JSON.parse(canary)),
  (canary) => thrownBy(() => new URL(canary)),
  (canary) => thrownBy(() => (undefined as unknown as Record<string, string>)[canary]),
]

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (cause) {
    return cause
  }
}

/** As the canary would be found in capitals and without what a code leaves out. */
const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '')

test('of a thousand errors with text of a case in them, none crosses and none is logged', async () => {
  const program = await openTestProgram()
  await createTestVault(program)
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const told: string[] = []
  for (let at = 0; at < ERRORS_FORCED; at++) {
    const [name] = channels[at % channels.length] ?? []
    const kind = KINDS[Math.floor(at / channels.length + at) % KINDS.length]
    if (!name || !kind) throw new RangeError('No such kind')
    const cause = kind(`Kanarie${at}Singt`)
    const handler = program.handlers[name]
    program.handlers[name] = (() => Promise.reject(cause)) as never
    const reply = await program.router(OWN_PAGE, name, CHANNEL_INPUTS[name])
    program.handlers[name] = handler as never
    told.push(JSON.stringify(reply))
    if (reply.ok) throw new TypeError(`${name} answered`)
    expect(ERRORS[reply.error.code as ErrorCode].safeParse(reply.error.data).success).toBe(true)
    told.push(JSON.stringify(nameFailure(cause, () => undefined)))
  }
  vi.restoreAllMocks()
  expect(told.length + lines.length).toBeGreaterThan(2 * ERRORS_FORCED)
  expect([...told, ...lines].filter((text) => bare(text).includes('KANARIE'))).toEqual([])
  await program.session.lock()
})
