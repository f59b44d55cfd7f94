import { isAscii, isUtf8 } from 'node:buffer'
import { type Charset, findCharset } from '../mail/charset/find-charset.ts'
import { guessCharset } from '../mail/charset/guess-charset.ts'

/** How the bytes of an export become text. */
export interface ExportCharset {
  charset: Charset
  guessed: boolean
  /** Bytes of the mark at the beginning. */
  markBytes: number
}

const SAMPLE_BYTES = 16 * 1024
const utf8: Charset = { codec: 'utf8', family: 'utf-8' }
const wide = (codec: string): Charset => ({ codec, family: 'wide' })

/** By the lawyer's word, else by the mark at the beginning, else by what the bytes can mean; the last is a guess. */
export function findExportCharset(bytes: Buffer, chosen: string | null): ExportCharset {
  const marked = markOf(bytes)
  const stated = findCharset(chosen)
  if (stated) {
    const markBytes = marked && marked.charset.codec === stated.codec ? marked.markBytes : 0
    return { charset: stated, guessed: false, markBytes }
  }
  if (marked) return { ...marked, guessed: false }
  const unmarked = unmarkedWide(bytes)
  if (unmarked) return { charset: unmarked, guessed: true, markBytes: 0 }
  if (isAscii(bytes) || isUtf8(bytes)) return { charset: utf8, guessed: false, markBytes: 0 }
  return { charset: guessCharset(fromFirstHigh(bytes), null), guessed: true, markBytes: 0 }
}

function markOf(bytes: Buffer): Omit<ExportCharset, 'guessed'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: utf8, markBytes: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: wide('utf-16le'), markBytes: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: wide('utf-16be'), markBytes: 2 }
  return null
}

/** UTF-16 without a mark: every second octet of digits, spaces and line ends is nought. */
function unmarkedWide(bytes: Buffer): Charset | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const noughts = [0, 0]
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  if (Math.max(even, odd) < sample.length / 20 || Math.min(even, odd) > Math.max(even, odd) / 10) return null
  return wide(odd > even ? 'utf-16le' : 'utf-16be')
}

/** An export may begin with pages of English before its first Chinese word. */
function fromFirstHigh(bytes: Buffer): Buffer {
  const at = bytes.findIndex((octet) => octet >= 0x80)
  return bytes.subarray(Math.max(0, at))
}
