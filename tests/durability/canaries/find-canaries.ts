import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import iconv from 'iconv-lite'

/** Each of the canaries begins with one of these, and nothing else in the world does. */
export const MARKS = ['KanarienvogelSingtImKohleschacht', '金丝雀在矿井里歌唱不停'] as const

/** How much of a compressed stream is looked into. */
const MOST_INFLATED = 1 << 23

/** A mark as it could lie in a file: character sets, base64 at each offset, quoted-printable, percent and JSON escapes. */
function facesOf(mark: string): Buffer[] {
  const utf8 = Buffer.from(mark)
  const sets = [utf8, ...['utf16le', 'utf16be', 'gbk', 'big5'].map((set) => iconv.encode(mark, set))]
  const base64 = sets.slice(0, 4).flatMap((bytes) =>
    [0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
      return Buffer.from(text.slice(4, -4)) // the groups at either end also depend on what stands beside
    }),
  )
  const escaped = ['=', '%'].map((sign) =>
    [...utf8].map((byte) => sign + byte.toString(16).toUpperCase().padStart(2, '0')),
  )
  const json = [...mark].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const hex = utf8.toString('hex')
  const texts = [...escaped.map((each) => each.join('')), json.join(''), hex, hex.toUpperCase()]
  return [...sets, ...base64, ...texts.map((text) => Buffer.from(text))]
}

const FACES = MARKS.flatMap(facesOf)

/** Whether a canary can be read in these bytes, or in what can be inflated from any place in them. */
export function hasCanary(bytes: Buffer, depth = 0): boolean {
  if (FACES.some((face) => bytes.includes(face))) return true
  return depth < 2 && inflatedIn(bytes).some((each) => hasCanary(each, depth + 1))
}

/** What gunzip, zlib or an unzipper makes of any place in the bytes that looks like the beginning of its stream. */
function inflatedIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const options = {
    finishFlush: 2 /* Z_SYNC_FLUSH: what is cut off counts too */,
    maxOutputLength: MOST_INFLATED,
  }
  const attempt = (inflate: typeof inflateSync, from: number): void => {
    try {
      found.push(inflate(bytes.subarray(from), options))
    } catch {
      // no stream begins here
    }
  }
  for (let at = 0; at + 4 < bytes.length; at++) {
    const [first, second] = [bytes[at], bytes[at + 1] ?? 0]
    if (first === 0x78 && (0x7800 + second) % 31 === 0) attempt(inflateSync, at)
    else if (first === 0x1f && second === 0x8b) attempt(gunzipSync, at)
    else if (
      first === 0x50 &&
      second === 0x4b &&
      bytes.readUInt16LE(at + 2) === 0x0403 &&
      at + 30 < bytes.length
    )
      attempt(inflateRawSync, at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28))
  }
  return found
}

/** Every file and every name below a folder in which a canary can be read; what vanishes meanwhile is not there. */
export function filesWithCanaries(
  folder: string,
  isAllowed: (path: string) => boolean,
): { hits: string[]; searched: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
  const searched = paths.filter(({ path }) => !isAllowed(path))
  const hits = searched.filter(
    ({ entry, path }) => hasCanary(Buffer.from(entry.name)) || (entry.isFile() && hasCanary(bytesOf(path))),
  )
  return { hits: hits.map(({ path }) => path), searched: searched.length }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
