import type { Seeded } from '../../durability/seeded.ts'
import { HOSTILE_TEXT, otherKind } from './hostile-values.ts'
import type { Drawn } from './shaped.ts'

/** A payload, and what is known of it: whether it has a key, somewhere, that no channel declares. */
export interface Mutated {
  payload: unknown
  hasUnknownKey: boolean
}

const EXTRA_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'extra',
  '',
  'caseid',
  'actor',
  'length',
  '0',
]

type Container = Record<string, unknown> | unknown[]

/** Every object and list inside, itself included. */
const containersIn = (value: unknown): Container[] =>
  typeof value === 'object' && value !== null
    ? [value as Container, ...Object.values(value).flatMap(containersIn)]
    : []

/** The payload with one thing in it changed to what it must not be; sometimes it is another thing altogether. */
export function mutate(payload: object, { random, ids }: Drawn): Mutated {
  if (random.chance(0.1)) return { payload: otherKind(random), hasUnknownKey: false }
  const container = random.pick(containersIn(payload))
  const keys = Object.keys(container)
  if (keys.length === 0 || random.chance(0.25)) return addKey(payload, container, random)
  const key = random.pick(keys)
  const put = (value: unknown): Mutated => {
    ;(container as Record<string, unknown>)[key] = value
    return { payload, hasUnknownKey: false }
  }
  switch (random.whole(5)) {
    case 0:
      Reflect.deleteProperty(container, key)
      return { payload, hasUnknownKey: false }
    case 1:
      return put(random.pick(HOSTILE_TEXT))
    case 2:
      return put(random.pick(ids))
    case 3:
      return put([(container as Record<string, unknown>)[key]])
    default:
      return put(otherKind(random))
  }
}

/** Also `__proto__` as a key of the object itself, as structured clone carries it across. */
function addKey(payload: object, container: Container, random: Seeded): Mutated {
  const key = random.pick(EXTRA_KEYS)
  if (Array.isArray(container) || Object.hasOwn(container, key)) return { payload, hasUnknownKey: false }
  const value = random.chance(0.5) ? { isAdmin: true } : otherKind(random)
  Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true })
  return { payload, hasUnknownKey: true }
}
