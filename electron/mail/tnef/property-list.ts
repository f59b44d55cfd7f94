import { type PropertyValue, TYPE } from '../mapi/mapi-message.ts'
import type { Octets } from './octets.ts'

const MULTIPLE = 0x1000
const FIRST_NAMED = 0x8000
const GUID_BYTES = 16
const OF_STRING = 1
/** Octets a value of a fixed size takes, padding included; types that are not here tell their size (MS-OXTNEF 2.1.3.4). */
const FIXED_BYTES: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}
const SIZED = new Set<number>([TYPE.string8, TYPE.unicode, TYPE.binary, TYPE.object])
/** A value takes four octets at least, so that a count beyond this is a lie. */
const MOST_VALUES = 1_000_000

function skipName(octets: Octets): void {
  octets.take(GUID_BYTES)
  if (octets.long() === OF_STRING) octets.takePadded(octets.long())
  else octets.long()
}

/** All values of one property; null where its type is none that is known, for then nothing behind it can be found. */
function takeValues(octets: Octets, type: number): Buffer[] | null {
  const single = type & ~MULTIPLE
  const isSized = SIZED.has(single)
  const fixed = FIXED_BYTES[single]
  if (!isSized && fixed === undefined) return null
  const count = isSized || type !== single ? Math.min(octets.long(), MOST_VALUES) : 1
  const values: Buffer[] = []
  for (let left = count; left > 0 && octets.left > 0; left -= 1)
    values.push(isSized ? octets.takePadded(octets.long()) : octets.take(fixed ?? 0))
  return values
}

/**
 * A list of properties (MS-OXTNEF 2.1.3.4): their number, then each with its tag, the name of a named one, and its values.
 * Of several values and of named properties nothing is read. `whole` is false where the list breaks off.
 */
export function takeProperties(octets: Octets): { properties: Map<number, PropertyValue>; whole: boolean } {
  const properties = new Map<number, PropertyValue>()
  for (let left = octets.long(); left > 0; left -= 1) {
    if (octets.left < 4) return { properties, whole: false }
    const type = octets.short()
    const id = octets.short()
    if (id >= FIRST_NAMED) skipName(octets)
    const values = takeValues(octets, type)
    if (values === null) return { properties, whole: false }
    const [value] = values
    if (value && id < FIRST_NAMED && (type & MULTIPLE) === 0) properties.set(id, { type, read: () => value })
  }
  return { properties, whole: true }
}
