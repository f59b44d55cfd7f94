import { decodeText } from '../charset/decode-text.ts'
import type { Reading } from '../reading.ts'

interface Word {
  charset: string
  encoding: 'b' | 'q'
  payload: string
}

const WORD = /=\?([^?\s]+)\?([bBqQ])\?(.*?)\?=/gs

function qOctets(payload: string): Buffer {
  const text = payload
    .replace(/\r?\n[ \t]?/g, '')
    .replaceAll('_', ' ')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

/** Octets of neighbouring words; a base64 payload cut inside a group of four is joined before it is decoded. */
function octetsOf(words: readonly Word[]): Buffer {
  const pieces: Buffer[] = []
  let base64 = ''
  for (const { encoding, payload } of words) {
    if (encoding === 'b') base64 += payload.replace(/\s/g, '')
    if (base64 !== '' && (encoding === 'q' || base64.endsWith('=') || base64.length % 4 === 0)) {
      pieces.push(Buffer.from(base64, 'base64'))
      base64 = ''
    }
    if (encoding === 'q') pieces.push(qOctets(payload))
  }
  if (base64 !== '') pieces.push(Buffer.from(base64, 'base64'))
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}

function decodeRun(words: readonly Word[], reading: Reading): string {
  const [first] = words
  return first ? decodeText(octetsOf(words), first.charset, reading) : ''
}

/**
 * Decodes the encoded words of a header text (RFC 2047). Blanks between two words vanish; neighbouring words of one
 * charset are joined as octets first, for many senders split inside a character. Words glued to plain text, in quotes,
 * or with blanks inside are decoded too, against the letter of the standard, because they occur.
 */
export function decodeWords(text: string, reading: Reading): string {
  if (!text.includes('=?')) return text
  let decoded = ''
  let run: Word[] = []
  let plainFrom = 0
  for (const match of text.matchAll(WORD)) {
    const [whole, label = '', encoding = '', payload = ''] = match
    const gap = text.slice(plainFrom, match.index)
    const word: Word = {
      charset: label.toLowerCase().replace(/\*.*$/, ''),
      encoding: encoding.toLowerCase() === 'b' ? 'b' : 'q',
      payload,
    }
    const joins = run.length > 0 && /^\s*$/.test(gap)
    if (!joins || run[0]?.charset !== word.charset) {
      decoded += decodeRun(run, reading) + (joins ? '' : gap)
      run = []
    }
    run.push(word)
    plainFrom = match.index + whole.length
  }
  return decoded + decodeRun(run, reading) + text.slice(plainFrom)
}
