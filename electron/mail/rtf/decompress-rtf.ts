const HEADER_BYTES = 16
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
/** Two octets stand for 17 at most, so that a larger promise is a lie. */
const MOST_RATIO = 50
const MOST_BYTES = 16 * 1024 ** 2

const WINDOW_BYTES = 4096
/** What the window holds at first (MS-OXRTFCP 2.1.2.1). */
const PRESET = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
    'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)

/** Undoes the compression of octets behind the header into `out`; gives how many came out. */
function expand(bytes: Buffer, out: Buffer): number {
  const window = Buffer.alloc(WINDOW_BYTES, 0x20)
  let writeAt = PRESET.copy(window)
  let length = 0
  const put = (octet: number): void => {
    out[length++] = octet
    window[writeAt] = octet
    writeAt = (writeAt + 1) % WINDOW_BYTES
  }
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const control = bytes[at++] ?? 0
    for (let bit = 1; bit < 256 && at < bytes.length && length < out.length; bit <<= 1) {
      if ((control & bit) === 0) {
        put(bytes[at++] ?? 0)
        continue
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const from = token >> 4
      if (from === writeAt) return length
      for (let step = 0; step < (token & 15) + 2 && length < out.length; step += 1)
        put(window[(from + step) % WINDOW_BYTES] ?? 0)
    }
    if (length >= out.length) break
  }
  return length
}

/**
 * The RTF of a body, its compression undone (MS-OXRTFCP), as far as it goes; null where it is none or would be too large.
 * Its size is looked at before anything is done.
 */
export function decompressRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < HEADER_BYTES) return null
  const rawBytes = bytes.readUInt32LE(4)
  const kind = bytes.readUInt32LE(8)
  if (kind === UNCOMPRESSED)
    return bytes.subarray(HEADER_BYTES, HEADER_BYTES + Math.min(rawBytes, MOST_BYTES))
  if (kind !== COMPRESSED || rawBytes > MOST_BYTES || rawBytes > bytes.length * MOST_RATIO) return null
  const out = Buffer.alloc(rawBytes)
  return out.subarray(0, expand(bytes, out))
}
