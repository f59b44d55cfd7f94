import { createHmac } from 'node:crypto'

/** What opens a commitment: the SHA-256 of the bytes, and the 32 random bytes it was mixed with, both as hex. */
export interface Opening {
  readonly sha256: string
  readonly salt: string
}

/**
 * Binds an entry of the chain to bytes without saying which: HMAC-SHA-256 of their digest, the salt being the key. Whoever
 * holds the chain alone cannot even test a guess of a short document; whoever is given digest and salt can check it. Throws
 * for what is not 32 bytes of hex.
 */
export function commitmentTo({ sha256, salt }: Opening): string {
  return createHmac('sha256', bytesOf(salt)).update(bytesOf(sha256)).digest('hex')
}

const HEX_32 = /^[0-9a-f]{64}$/

function bytesOf(hex: string): Buffer {
  if (!HEX_32.test(hex)) throw new TypeError('Not 32 bytes as lower-case hex')
  return Buffer.from(hex, 'hex')
}
