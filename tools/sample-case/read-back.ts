import iconv from 'iconv-lite'

/** A part of a message as the sample's test reads it back, without the code that wrote it. */
export interface ReadPart {
  readonly type: string
  readonly charset: string
  readonly headers: string
  readonly bytes: Buffer
  readonly text: string
}

export function headerOf(headers: string, name: string): string {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? ''
}

function decodeBody(body: Buffer, transfer: string): Buffer {
  const text = body.toString('latin1')
  if (transfer === 'base64') return Buffer.from(text, 'base64')
  if (transfer !== 'quoted-printable') return body
  const joined = text.replace(/=\r?\n/g, '')
  const plain = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(plain, 'latin1')
}

/** All leaves of a message, those of a forwarded one included, in order. */
export function readParts(message: Buffer): ReadPart[] {
  const gap = /\r?\n\r?\n/.exec(message.toString('latin1'))
  if (gap === null) throw new Error('The message has no body')
  const headers = message.subarray(0, gap.index).toString('latin1')
  const body = message.subarray(gap.index + gap[0].length)
  const content = headerOf(headers, 'Content-Type')
  const boundary = /boundary="([^"]+)"/.exec(content)?.[1]
  if (boundary !== undefined) {
    const pieces = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
    return pieces.flatMap((piece) => readParts(Buffer.from(piece.replace(/^\r?\n/, ''), 'latin1')))
  }
  if (content.startsWith('message/rfc822')) return readParts(body)
  const charset = /charset="([^"]+)"/.exec(content)?.[1] ?? ''
  const bytes = decodeBody(body, headerOf(headers, 'Content-Transfer-Encoding'))
  const text = charset === '' ? '' : iconv.decode(bytes, charset === 'gb2312' ? 'gbk' : charset)
  return [{ type: content.replace(/;.*/, ''), charset, headers, bytes, text: text.replaceAll('\r\n', '\n') }]
}

/** The messages of an mboxrd file with their quoting undone. */
export function splitMbox(mbox: Buffer): Buffer[] {
  const pieces = mbox
    .toString('latin1')
    .split(/^From - .*\n/m)
    .slice(1)
  return pieces.map((piece) => Buffer.from(piece.replace(/^>(>*From )/gm, '$1'), 'latin1'))
}
