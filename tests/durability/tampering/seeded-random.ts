import { type Seeded, seeded } from '../seeded.ts'

/** What a record is made of, the same for the same seed. */
export interface SeededRandom extends Pick<Seeded, 'pick'> {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** As many random bytes, as hex. */
  hex(bytes: number): string
  uuid(): string
}

export function seededRandom(seed: number): SeededRandom {
  const { pick, whole } = seeded(seed)
  const hex = (bytes: number): string =>
    Array.from({ length: bytes }, () => whole(256).toString(16).padStart(2, '0')).join('')
  return {
    pick,
    below: whole,
    hex,
    /** Version 4, as the app makes them (RFC 9562). */
    uuid: () => [hex(4), hex(2), `4${hex(2).slice(1)}`, `8${hex(2).slice(1)}`, hex(6)].join('-'),
  }
}
