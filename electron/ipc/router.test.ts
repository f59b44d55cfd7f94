import { CHANNELS, type ChannelName, type Handlers } from '@bridge/channels/index.ts'
import type { AnyChannel, Topic } from '@bridge/define-channel.ts'
import { COMMON_ERRORS, ERRORS, type ErrorCode, type ErrorData } from '@bridge/errors.ts'
import { Refusal } from '@bridge/refusal.ts'
import { describe, expect, test } from 'vitest'
import { CHANNEL_INPUTS } from '../../tests/support/channel-inputs.ts'
import { Fault } from '../platform/fault.ts'
import { createRouter } from './router.ts'
import type { Sender } from './sender-check.ts'

const SECRET = '我司尚欠货款'
const OWN_PAGE: Sender = { url: 'app://desk/index.html', isTopFrame: true }
const STRANGERS: Sender[] = [
  { url: null, isTopFrame: true },
  { url: OWN_PAGE.url, isTopFrame: false },
  { url: 'https://example.org/', isTopFrame: true },
  { url: 'app://desk.evil/index.html', isTopFrame: true },
  { url: 'data:text/html,x', isTopFrame: true },
]

const channels: [ChannelName, AnyChannel][] = Object.entries(CHANNELS) as [ChannelName, AnyChannel][]

/** A router whose every handler does `run`, with what reached it and what it told. */
function routerDoing(run: (input: unknown) => unknown, locked = false) {
  const reached: unknown[] = []
  const incidents: unknown[] = []
  const broadcasts: (readonly Topic[])[] = []
  const handle = async (input: unknown) => {
    reached.push(input)
    return run(input)
  }
  const router = createRouter({
    handlers: Object.fromEntries(channels.map(([name]) => [name, handle])) as unknown as Handlers,
    isLocked: () => locked,
    ownOrigin: 'app://desk',
    reportIncident: (where, cause) => `incident-${incidents.push([where, cause])}`,
    broadcast: (topics) => void broadcasts.push(topics),
  })
  return { router, reached, incidents, broadcasts }
}

/** Data that fit the code: the same for all but for a closed list of reasons. */
function dataOf(code: ErrorCode): ErrorData<ErrorCode> {
  const shape: Record<string, unknown> = ERRORS[code].shape
  const reason = 'reason' in shape ? { reason: (shape.reason as { options: string[] }).options[0] } : {}
  const damaged = { object: 'store.db', ...(code === 'BACKUP_DAMAGED' ? { code: 'DAMAGED' } : {}) }
  const data = { field: 'x', incident: 'x', holder: 'unknown', zone: 'UTC', ...damaged, ...reason }
  return ERRORS[code].parse(data)
}

const refused = (code: string, data: object = {}) => ({ ok: false, error: { code, data } })
const throwing = (cause: unknown) => () => {
  throw cause
}

describe.each(channels)('%s', (name, channel) => {
  const input = CHANNEL_INPUTS[name]

  test('answers no stranger, and runs nothing for one', async () => {
    const { router, reached } = routerDoing(() => ({}))
    for (const sender of STRANGERS) expect(await router(sender, name, input)).toEqual(refused('FORBIDDEN'))
    expect(reached).toEqual([])
  })

  test('runs while the vault is locked only where it says so', async () => {
    const { router, reached } = routerDoing(() => ({}), true)
    const reply = await router(OWN_PAGE, name, input)
    if (channel.whenLocked === 'allow') expect(reached).toHaveLength(1)
    else expect([reply, reached]).toEqual([refused('VAULT_LOCKED'), []])
  })

  test.each([undefined, null, 'text', 7, [], [{}]])('refuses %j as its input', async (wrong) => {
    const { router, reached } = routerDoing(() => ({}))
    expect(await router(OWN_PAGE, name, wrong)).toEqual(refused('BAD_INPUT', { field: '' }))
    expect(reached).toEqual([])
  })

  test.each(['extra', '__proto__', 'constructor'])('refuses a key %s that it does not know', async (key) => {
    const { router, reached } = routerDoing(() => ({}))
    const more = JSON.parse(`{"${key}":{"admin":"${SECRET}"}}`)
    const polluted = Object.defineProperties({ ...input }, Object.getOwnPropertyDescriptors(more))
    expect(await router(OWN_PAGE, name, polluted)).toEqual(refused('BAD_INPUT', { field: '' }))
    expect(reached).toEqual([])
  })

  test('names the field that is wrong', async () => {
    const { router } = routerDoing(() => ({}))
    for (const field of Object.keys(input)) {
      const wrong = { ...input, [field]: Symbol.iterator }
      expect(await router(OWN_PAGE, name, wrong)).toMatchObject({
        error: { code: 'BAD_INPUT', data: { field: expect.stringMatching(new RegExp(`^${field}`, 'u')) } },
      })
    }
  })

  test('lets its declared errors through, and turns every other into an incident', async () => {
    const allowed = new Set<string>([...channel.errors, ...COMMON_ERRORS])
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { router } = routerDoing(throwing(new Refusal(code, dataOf(code))))
      const reply = await router(OWN_PAGE, name, input)
      expect(reply).toMatchObject({ ok: false, error: { code: allowed.has(code) ? code : 'UNEXPECTED' } })
    }
  })

  test.each([
    ['an error', throwing(new Error(SECRET))],
    ['a string', throwing(SECRET)],
    ['a fault nobody declared', throwing(new Fault('STORE_UNSAFE', { pragma: SECRET }))],
    ['an answer of another shape', () => SECRET],
  ])('leaks nothing of %s', async (_, run) => {
    const { router, incidents, broadcasts } = routerDoing(run)
    const reply = await router(OWN_PAGE, name, input)
    expect(reply).toEqual(refused('UNEXPECTED', { incident: 'incident-1' }))
    expect([incidents.length, broadcasts]).toEqual([1, []])
  })
})

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'cases',
  'cases.get ',
  'CASES.LIST',
])('%j is no channel', async (name) => {
  const { router } = routerDoing(() => ({}))
  expect(await router(OWN_PAGE, name, {})).toEqual(refused('FORBIDDEN'))
})

test.each([[null], [undefined], [7], [['cases.list']], [{ toString: 1, valueOf: 1 }]])(
  'a name that is no string is refused, and throws nothing',
  async (name) => {
    const { router } = routerDoing(() => ({}))
    expect(await router(OWN_PAGE, name, {})).toEqual(refused('FORBIDDEN'))
  },
)

test('a command that did something tells what it touched; a query tells nothing', async () => {
  const { router, broadcasts } = routerDoing(() => ({}))
  await router(OWN_PAGE, 'cases.archive', CHANNEL_INPUTS['cases.archive'])
  await router(OWN_PAGE, 'cases.list', CHANNEL_INPUTS['cases.list'])
  await router(OWN_PAGE, 'evidence.saveOriginal', CHANNEL_INPUTS['evidence.saveOriginal'])
  expect(broadcasts).toEqual([['cases']])
})

test('what goes with an error is only what its code declares', async () => {
  const cause = new Fault('WRONG_PASSPHRASE', { what: SECRET })
  const { router } = routerDoing(throwing(cause))
  const reply = await router(OWN_PAGE, 'vault.unlock', CHANNEL_INPUTS['vault.unlock'])
  expect(reply).toEqual(refused('WRONG_PASSPHRASE'))
})
