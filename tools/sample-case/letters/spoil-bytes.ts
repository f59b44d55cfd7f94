/**
 * What a failing gateway leaves of a GBK body: here and there a byte of a Chinese character has become 0xFF, which GBK
 * does not know, and the end is cut off inside a character. The headers stay whole.
 */
export function spoilBytes(bytes: Buffer): Buffer {
  const body = bytes.indexOf('\r\n\r\n') + 4
  const spoilt = Buffer.from(bytes)
  for (let at = body + 61; at < spoilt.length; at += 61) if ((spoilt[at] ?? 0) > 0x7f) spoilt[at] = 0xff
  const end = spoilt.length - 40
  const cut = (spoilt[end] ?? 0) > 0x7f ? end + 1 : end + 2
  return spoilt.subarray(0, cut)
}
