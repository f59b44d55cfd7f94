import type { Reading } from '../reading.ts'
import { decodeUu } from './decode-uu.ts'

const EQUALS = 0x3d
const CR = 0x0d
const LF = 0x0a

function hexValue(octet: number | undefined): number {
  if (octet === undefined) return -1
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const letter = octet | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Where the line break after blanks from `from` starts, -1 where something else follows (then the blanks are content). */
function breakAfterBlanks(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at += 1
  return at >= bytes.length || bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF) ? at : -1
}

function afterBreak(bytes: Buffer, at: number): number {
  return bytes[at] === CR ? at + 2 : at + 1
}

/**
 * Undoes quoted-printable (RFC 2045 6.7). Lower-case digits are taken, an `=` that starts nothing stays as it is and
 * damage is noted, blanks at line ends (added on the way) go.
 */
export function decodeQuotedPrintable(bytes: Buffer, reading: Reading): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; ) {
    const octet = bytes[at] ?? 0
    if (octet === EQUALS) {
      const high = hexValue(bytes[at + 1])
      const low = hexValue(bytes[at + 2])
      const lineBreak = high < 0 ? breakAfterBlanks(bytes, at + 1) : -1
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low
        at += 3
      } else if (lineBreak >= 0) {
        at = afterBreak(bytes, lineBreak)
      } else {
        reading.warnings.add('PART_ENCODING_DAMAGED')
        out[length++] = octet
        at += 1
      }
    } else if (octet === 0x20 || octet === 0x09) {
      const lineBreak = breakAfterBlanks(bytes, at)
      const end = lineBreak >= 0 ? lineBreak : endOfBlanks(bytes, at)
      if (lineBreak < 0) length += bytes.copy(out, length, at, end)
      at = end
    } else {
      out[length++] = octet
      at += 1
    }
  }
  return out.subarray(0, length)
}

/** Runs of blanks are passed in one step: a line of blanks only must not cost its square. */
function endOfBlanks(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at += 1
  return at
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** The six bits an octet stands for in base64, the alphabet of addresses (RFC 4648 5) included; -1 where it is foreign. */
const SIX_BITS = Int8Array.from({ length: 256 }, (_, octet) =>
  BASE64.indexOf(String.fromCharCode(octet).replace('-', '+').replace('_', '/')),
)

const sixBits = (bytes: Buffer, at: number): number => SIX_BITS[bytes[at] ?? 0] ?? -1

/** Characters of base64 among these octets, padding included: four to a group. */
export function countBase64(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === EQUALS || sixBits(bytes, at) >= 0) count += 1
  return count
}

/** Base64 whose padding is followed by more; in one pass, for a piece may be a single character. */
function decodeJoined(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let [length, bits, pending] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === EQUALS) pending = 0
    const six = sixBits(bytes, at)
    if (six < 0) continue
    bits = ((bits << 6) | six) & 0xfff
    pending += 6
    if (pending < 8) continue
    pending -= 8
    out[length++] = bits >> pending
  }
  return out.subarray(0, length)
}

/** Undoes base64; foreign characters are skipped, padding inside (joined pieces) starts a new piece. */
export function decodeBase64(bytes: Buffer, reading: Reading): Buffer {
  const text = bytes.toString('latin1')
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding, padding + 200)))
    return Buffer.from(text, 'base64')
  if (/[^A-Za-z\d+/=\s]/.test(text)) reading.warnings.add('PART_ENCODING_DAMAGED')
  return decodeJoined(bytes)
}
/**
 * The octets a part stands for, its transfer encoding undone. An encoding nobody knows leaves them as they are and is
 * noted as PART_ENCODING_DAMAGED. Without an encoding the very octets of the message come back, not a copy.
 */
export function decodeContent(bytes: Buffer, encoding: string, reading: Reading): Buffer {
  switch (encoding) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return bytes
    case 'base64':
      return decodeBase64(bytes, reading)
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes, reading)
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return decodeUu(bytes)
    default:
      if (!/^["']?\d+-?bits?/.test(encoding)) reading.warnings.add('PART_ENCODING_DAMAGED')
      return bytes
  }
}
