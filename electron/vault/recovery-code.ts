import { createHash, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford's base 32: no I, L, O, U
const SECRET_BYTES = 20
const SECRET_SYMBOLS = 32
const CHECK_SYMBOLS = 4
const GROUP = 4

/** A fresh 160-bit recovery secret. */
export const newRecoverySecret = (): Buffer => randomBytes(SECRET_BYTES)

/** The code a person writes down: 32 symbols and 4 that catch a slip of the pen, in groups of four. */
export function composeRecoveryCode(secret: Uint8Array): string {
  const symbols = toSymbols(secret) + checkSymbols(secret)
  return (symbols.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? []).join('-')
}

/**
 * The secret of a code as typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
 * Undefined where it is no code or a symbol is wrong (a slip passes once in a million).
 */
export function parseRecoveryCode(typed: string): Buffer | undefined {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  if (symbols.length !== SECRET_SYMBOLS + CHECK_SYMBOLS) return undefined
  const secret = fromSymbols(symbols.slice(0, SECRET_SYMBOLS))
  if (secret && symbols.endsWith(checkSymbols(secret))) return secret
  secret?.fill(0)
  return undefined
}

const checkSymbols = (secret: Uint8Array): string =>
  toSymbols(createHash('sha256').update(secret).digest().subarray(0, 5)).slice(0, CHECK_SYMBOLS)

/** Five bits a symbol; every 5 bytes give 8 symbols. */
function toSymbols(bytes: Uint8Array): string {
  let symbols = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) symbols += ALPHABET[(value >> (bits - 5)) & 31]
  }
  return symbols
}

function fromSymbols(symbols: string): Buffer | undefined {
  const bytes = Buffer.alloc((symbols.length * 5) / 8)
  let bits = 0
  let value = 0
  let at = 0
  for (const symbol of symbols) {
    const digit = ALPHABET.indexOf(symbol)
    if (digit < 0) return undefined
    value = ((value << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (value >> bits) & 0xff
    }
  }
  return bytes
}
