import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Reading } from '../reading.ts'
import { decodeHz, decodeIso2022 } from './escape-charsets.ts'
import { type Charset, findCharset } from './find-charset.ts'
import { guessCharset } from './guess-charset.ts'

/** Share of undecodable characters from which a declared charset may be a lie, and from which it surely is one. */
const DOUBT = 0.2
const LIE = 0.5

/** Octets in a charset that is sure; what they cannot mean becomes U+FFFD. */
export function decodeAs(bytes: Buffer, { codec }: Charset): string {
  if (codec === 'utf8')
    return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
  if (codec === 'hz') return decodeHz(bytes)
  if (codec.startsWith('iso-2022')) return decodeIso2022(bytes)
  return iconv.decode(bytes, codec)
}

/** Undecodable characters against all that are not ASCII. */
function damage(text: string): number {
  if (!text.includes('\uFFFD')) return 0
  const all = text.match(/[^\0-\x7f]/g)?.length ?? 0
  return all === 0 ? 0 : (text.match(/\uFFFD/g)?.length ?? 0) / all
}

function countUtf8Sequences(bytes: Buffer): number {
  let count = 0
  for (const octet of bytes.subarray(0, 4096)) if (octet >= 0xc0) count += 1
  return count
}

function highShare(bytes: Buffer): number {
  const sample = bytes.subarray(0, 4096)
  return sample.filter((octet) => octet >= 0x80).length / sample.length
}

/** Single-byte text is never damaged, so it proves nothing: such a guess needs a plain lie. */
function lessDamaged(bytes: Buffer, declared: Charset, damaged: number): Charset {
  if (damaged <= DOUBT) return declared
  const guess = guessCharset(bytes, null)
  return guess.family === 'single-byte' && damaged <= LIE ? declared : guess
}

/** The declared charset, unless the octets prove that it is another one. */
function trustOrCorrect(bytes: Buffer, declared: Charset, text: string): Charset {
  if (declared.family === 'utf-8') return lessDamaged(bytes, declared, damage(text))
  // Text of a legacy charset is valid UTF-8 only by rare accident; several sequences are none.
  if (isUtf8(bytes) && countUtf8Sequences(bytes) >= 3) return { codec: 'utf8', family: 'utf-8' }
  if (declared.family === 'multi-byte') return lessDamaged(bytes, declared, damage(text))
  return highShare(bytes) > 0.3 && declared.codec === 'windows-1252' ? guessCharset(bytes, null) : declared
}

/**
 * Octets as text. The declared charset rules unless the octets contradict it (GB2312 that is GBK or GB18030 is read by
 * its superset; a wrong or missing label is guessed and noted as CHARSET_GUESSED, an unknown one as CHARSET_UNKNOWN). One that
 * the lawyer chose rules over both, but for what is plainly UTF-8: a header word beside a mislabelled body.
 */
export function decodeText(bytes: Buffer, label: string | null, reading: Reading): string {
  if (reading.chosen && !isUtf8(bytes)) return decodeAs(bytes, reading.chosen)
  const declared = findCharset(label)
  if (declared && (declared.family === 'escape' || declared.family === 'wide'))
    return decodeAs(bytes, declared)
  if (isAscii(bytes)) return bytes.includes(0x1b) ? decodeIso2022(bytes) : bytes.toString('latin1')
  if (label !== null && declared === null) reading.warnings.add('CHARSET_UNKNOWN')
  const text = declared ? decodeAs(bytes, declared) : ''
  const chosen = declared
    ? trustOrCorrect(bytes, declared, text)
    : guessCharset(bytes, findCharset(reading.charsetHint))
  if (declared && chosen.codec === declared.codec) return text
  if (declared || chosen.family !== 'utf-8') reading.warnings.add('CHARSET_GUESSED')
  return decodeAs(bytes, chosen)
}
