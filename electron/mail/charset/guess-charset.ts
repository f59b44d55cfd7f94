import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { type Charset, findCharset } from './find-charset.ts'

const SAMPLE_BYTES = 16 * 1024
/** In the order tried where the statistics say nothing: the product's mail is Chinese. */
const CANDIDATES = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']

function isClean(bytes: Buffer, charset: Charset): boolean {
  return !iconv.decode(bytes, charset.codec).includes('\uFFFD')
}

/**
 * Western text has accented letters alone among ASCII ones; East Asian text has runs of pairs, whose second octet may be
 * ASCII in Big5. True where octets with two ASCII ones on either side prevail.
 */
function looksWestern(bytes: Buffer): boolean {
  let lone = 0
  let others = 0
  let before = 2
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) {
      before += 1
      continue
    }
    const isLone = before >= 2 && (bytes[at + 1] ?? 0) < 0x80 && (bytes[at + 2] ?? 0) < 0x80
    if (isLone) lone += 1
    else others += 1
    before = 0
  }
  return lone > others
}

/** Big5 puts about a third of its second octets below 0x80; GB2312 none, and GBK only in rare characters. */
function lowTrailShare(bytes: Buffer): number {
  let pairs = 0
  let low = 0
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    pairs += 1
    if ((bytes[at + 1] ?? 0) < 0x80) low += 1
    at += 1
  }
  return pairs === 0 ? 0 : low / pairs
}

function byStatistics(bytes: Buffer): Charset | null {
  for (const { name, confidence } of chardet.analyse(bytes)) {
    const charset = findCharset(name)
    if (charset?.family !== 'multi-byte' || confidence < 30) continue
    if (isClean(bytes, charset)) return charset
  }
  return null
}

/** A sample that does not end inside a character run. */
function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  let end = SAMPLE_BYTES
  while (end > SAMPLE_BYTES - 1_000 && (bytes[end - 1] ?? 0) >= 0x21) end -= 1
  return bytes.subarray(0, end)
}

/**
 * Which charset octets that are not ASCII are most likely in: UTF-8 if they are valid UTF-8, then the hint if they are
 * clean in it, then by run lengths, statistics, and in the end GB18030. Never fails; it is a guess and must be shown as one.
 */
export function guessCharset(all: Buffer, hint: Charset | null): Charset {
  const bytes = sampleOf(all)
  if (isUtf8(bytes)) return { codec: 'utf8', family: 'utf-8' }
  if (hint?.family === 'multi-byte' && isClean(bytes, hint)) return hint
  const western: Charset = { codec: 'windows-1252', family: 'single-byte' }
  if (looksWestern(bytes)) return western
  const order = lowTrailShare(bytes) > 0.15 ? ['big5', ...CANDIDATES] : ['gb18030']
  const likely = order.map(findCharset).find((charset) => charset && isClean(bytes, charset))
  const counted = bytes.length >= 100 ? byStatistics(bytes) : null
  const rest = CANDIDATES.map(findCharset).find((charset) => charset && isClean(bytes, charset))
  return counted ?? likely ?? rest ?? (hint?.family === 'single-byte' ? hint : western)
}
