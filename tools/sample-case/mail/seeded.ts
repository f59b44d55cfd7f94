import { createHash } from 'node:crypto'

/** Hex characters that look random and never change for the same seed. */
export function seededHex(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length)
}

/** Decimal digits under the same promise. */
export function seededDigits(seed: string, length: number): string {
  return BigInt(`0x${seededHex(seed, 40)}`)
    .toString()
    .slice(-length)
}

/** A UUID-shaped name, upper case as Foxmail writes it. */
export function seededGuid(seed: string): string {
  const hex = seededHex(seed, 32).toUpperCase()
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
