import { CHANNELS, type ChannelName } from '@bridge/channels/index.ts'
import type { AnyChannel } from '@bridge/define-channel.ts'
import { COMMON_ERRORS, ERRORS, type ErrorCode, type Reply } from '@bridge/errors.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportFigure } from '../durability/play-part.ts'
import { seeded } from '../durability/seeded.ts'
import { tier } from '../durability/tiers.ts'
import { OWN_PAGE } from '../support/program.ts'
import { mutate } from './bad-payloads/mutate.ts'
import { type Drawn, shaped } from './bad-payloads/shaped.ts'
import { OUTSIDE_SECRET, type Stage, setStage } from './bad-payloads/stage.ts'

/** Every channel; those that remove come last, so that the others find something. */
const channels = (Object.entries(CHANNELS) as [ChannelName, AnyChannel][]).sort(
  ([one], [other]) => Number(/\.remove/u.test(one)) - Number(/\.remove/u.test(other)),
)
/** Draws until one fits: the rules of some texts are met by few. */
const MOST_DRAWS = 50
/** Share of the payloads that must get past the schema, so that what lies behind it is tried, too. */
const LEAST_RUN = 0.005
/** Longest a channel may take over all its payloads, with room for a loaded machine. */
const MOST_MS = 600_000

/** As it is without the hurry below. */
const later = globalThis.setTimeout

let stage: Stage
let outsideBefore: string[]
const prototypesBefore = prototypes()
const tried = { payloads: 0, channels: 0 }
const wrong: string[] = []
const started = performance.now()

beforeAll(async () => {
  stage = await setStage()
  outsideBefore = stage.outside()
})
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  hurryWrongGuesses()
})
afterAll(async () => {
  await stage.remove()
  const seconds = (performance.now() - started) / 1000
  reportFigure('bad-payloads', {
    what: 'IPC: bad payloads to the real services',
    counts: { ...tried, 'uncaught or of another shape': wrong.length },
    violations: wrong,
    seconds,
  })
})

/** After wrong guesses the next waits whole seconds; that wait is tested where it is made. */
function hurryWrongGuesses(): void {
  const hurried = (run: () => void, ms?: number) => later(run, ms !== undefined && ms % 1_000 === 0 ? 0 : ms)
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(hurried as typeof setTimeout)
}

function prototypes(): string {
  const each = [Object, Array, Function, String, Map, Promise].map((type) =>
    Reflect.ownKeys(type.prototype).map(String),
  )
  return JSON.stringify(each)
}

/** What is wrong with an answer, or null: it is of the shape its channel declares, and tells nothing from elsewhere. */
function faultIn(reply: Reply<unknown>, channel: AnyChannel): string | null {
  if (JSON.stringify(reply)?.includes(OUTSIDE_SECRET)) return 'tells what lies outside the vault'
  if (reply.ok) return channel.output.safeParse(reply.value).success ? null : 'an answer of another shape'
  const { code, data } = reply.error
  if (code === 'UNEXPECTED') return 'unexpected'
  const declared = new Set<ErrorCode>([...channel.errors, ...COMMON_ERRORS])
  return declared.has(code) && ERRORS[code].safeParse(data).success
    ? null
    : `an error it never declared: ${code}`
}

/** A payload that the schema takes, or the last of many that were meant to be one. */
function fitting(channel: AnyChannel, drawn: Drawn): object {
  for (let left = MOST_DRAWS; ; left--) {
    const payload = shaped(channel.input, drawn) as object
    if (left === 1 || channel.input.safeParse(payload).success) return payload
  }
}

/** Sends every payload of one channel; gives what went wrong, each with its number under the channel's seed. */
async function attack(name: ChannelName, channel: AnyChannel): Promise<string[]> {
  const random = seeded([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const drawn = { random, ids: [...stage.ids, ...(await stage.choose())] }
  const faults: string[] = []
  let run = 0
  for (let at = 0; at < tier.badPayloads; at++) {
    const fits = fitting(channel, drawn)
    // What takes nothing is only broken: to send it whole would be to ask for what it does, a thousand times.
    const whole = at % 2 === 0 && Object.keys(fits).length > 0
    const { payload, hasUnknownKey } = whole ? { payload: fits, hasUnknownKey: false } : mutate(fits, drawn)
    const reply = await stage.program.router(OWN_PAGE, name, payload)
    const refused = !reply.ok && reply.error.code === 'BAD_INPUT'
    if (!refused) run += 1
    const fault = hasUnknownKey && !refused ? 'took an unknown key' : faultIn(reply, channel)
    if (fault) faults.push(`${name} payload ${at}: ${fault}`)
    await stage.reopen()
  }
  if (run < LEAST_RUN * tier.badPayloads) faults.push(`${name}: only ${run} payloads got past the schema`)
  if (run === tier.badPayloads) faults.push(`${name}: no payload was refused`)
  return faults
}

describe('every channel answers what a page must not send, and nothing breaks', () => {
  test.each(channels)(
    '%s',
    async (name, channel) => {
      const faults = await attack(name, channel)
      tried.payloads += tier.badPayloads
      tried.channels += 1
      wrong.push(...faults)
      expect(faults).toEqual([])
      expect(prototypes()).toBe(prototypesBefore)
      expect(stage.outside()).toEqual(outsideBefore)
    },
    MOST_MS,
  )
})

test('afterwards the vault closes, opens, and holds what it held', async () => {
  await stage.program.session.lock()
  await stage.reopen()
  const page = { search: '', archived: false }
  expect(await stage.program.call('cases.list', page)).toMatchObject({ cases: expect.any(Array) })
})
