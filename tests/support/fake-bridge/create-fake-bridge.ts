import { CHANNELS, type ChannelName } from '@bridge/channels/index.ts'
import type { Reply } from '@bridge/errors.ts'
import type { Bridge, BridgeEvents, EventName } from '@bridge/events.ts'
import { authenticityHandlers } from './authenticity-handlers.ts'
import { casesHandlers } from './cases-handlers.ts'
import { chatHandlers } from './chat-handlers.ts'
import { confirmationsHandlers } from './confirmations-handlers.ts'
import { custodyHandlers } from './custody-handlers.ts'
import { evidenceHandlers, jobsHandlers } from './evidence-handlers.ts'
import { exhibitsHandlers, fillExhibits } from './exhibits-handlers.ts'
import { FakeFault, type FakeHandler, type Tell } from './fake-handlers.ts'
import { findingHandlers } from './finding-handlers.ts'
import { forumsHandlers, perishablesHandlers } from './forums-handlers.ts'
import { identitiesHandlers } from './identities-handlers.ts'
import { readingsHandlers, translationsHandlers } from './reading-handlers.ts'
import { safekeepingHandlers } from './safekeeping-handlers.ts'
import type { Scene } from './scenes.ts'
import { clipboardHandlers, draftsHandlers, settingsHandlers, vaultHandlers } from './vault-handlers.ts'
import { makeWorld, type World } from './world.ts'

const HANDLERS: { [N in ChannelName]: FakeHandler<N> } = {
  ...vaultHandlers,
  ...settingsHandlers,
  ...casesHandlers,
  ...evidenceHandlers,
  ...readingsHandlers,
  ...chatHandlers,
  ...confirmationsHandlers,
  ...translationsHandlers,
  ...identitiesHandlers,
  ...exhibitsHandlers,
  ...findingHandlers,
  ...forumsHandlers,
  ...perishablesHandlers,
  ...safekeepingHandlers,
  ...custodyHandlers,
  ...authenticityHandlers,
  ...jobsHandlers,
  ...draftsHandlers,
  ...clipboardHandlers,
}

export interface FakeBridge extends Bridge {
  /** What main remembers; a test may change it behind the view's back. */
  world: World
  tell: Tell
}

type Listeners = { [E in EventName]: Set<(event: BridgeEvents[E]) => void> }

/** A bridge over one scene. Inputs and outputs are parsed as the router parses them. */
export function createFakeBridge(scene: Scene): FakeBridge {
  const world = makeWorld(structuredClone(scene))
  if (scene.size === 'many') fillExhibits(world)
  const listeners: Listeners = { changed: new Set(), job: new Set(), restore: new Set(), vault: new Set() }
  const tell: Tell = (name, event) => {
    for (const listener of listeners[name]) listener(event)
  }
  return {
    world,
    tell,
    call: async (name, input) => {
      const failing = world.scene.failing[name]
      if (failing) return { ok: false, error: failing }
      return run(name, input, world, tell)
    },
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
    drop: async (files) => ({ token: files.length > 0 ? crypto.randomUUID() : null }),
  }
}

function run(name: ChannelName, input: unknown, world: World, tell: Tell): Reply<unknown> {
  const channel = CHANNELS[name]
  if (world.scene.vault !== 'unlocked' && channel.whenLocked !== 'allow')
    return { ok: false, error: { code: 'VAULT_LOCKED', data: {} } }
  const parsed = channel.input.safeParse(input)
  if (!parsed.success)
    return {
      ok: false,
      error: { code: 'BAD_INPUT', data: { field: parsed.error.issues[0]?.path.join('.') ?? '' } },
    }
  try {
    // The input was parsed by the channel's own schema; TypeScript cannot tie the two halves of a union together.
    const handler = HANDLERS[name] as (input: unknown, world: World, tell: Tell) => unknown
    return { ok: true, value: channel.output.parse(handler(parsed.data, world, tell)) }
  } catch (cause) {
    if (cause instanceof FakeFault) return { ok: false, error: cause.error }
    console.error(cause)
    return { ok: false, error: { code: 'UNEXPECTED', data: { incident: 'fake-1' } } }
  }
}
