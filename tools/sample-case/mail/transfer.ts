/** How a body travels (RFC 2045 section 6). */
export type Transfer = '7bit' | '8bit' | 'base64' | 'quoted-printable'

/** Lines of 76 characters, ended by CRLF. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n')
}

function quotedLine(line: Uint8Array): string {
  let out = ''
  let width = 0
  line.forEach((byte, at) => {
    const last = at === line.length - 1
    const plain = (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && !last)
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (width + piece.length > 75) {
      out += '=\r\n'
      width = 0
    }
    out += piece
    width += piece.length
  })
  return out
}

/** RFC 2045 section 6.7; line breaks of the text stay, and no line exceeds 76 characters. */
export function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = []
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at !== bytes.length && !(bytes[at] === 13 && bytes[at + 1] === 10)) continue
    lines.push(quotedLine(bytes.subarray(start, at)))
    start = at + 2
  }
  return lines.join('\r\n')
}

export function transferEncode(bytes: Uint8Array, transfer: Transfer): Buffer {
  if (transfer === 'base64') return Buffer.from(base64(bytes), 'latin1')
  if (transfer === 'quoted-printable') return Buffer.from(quotedPrintable(bytes), 'latin1')
  return Buffer.from(bytes)
}
