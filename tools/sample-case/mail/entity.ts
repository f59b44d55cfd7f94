import { type Charset, encode } from './charsets.ts'
import { encodedWords, extendedParameter, type WordStyle } from './header-words.ts'
import { type Transfer, transferEncode } from './transfer.ts'

/** A MIME entity: its content headers and its body, both as they will stand in the file. */
export interface Entity {
  readonly headers: readonly string[]
  readonly body: Buffer
}

const crlf = Buffer.from('\r\n')

export function renderEntity(entity: Entity): Buffer {
  return Buffer.concat([Buffer.from(`${entity.headers.join('\r\n')}\r\n\r\n`, 'latin1'), entity.body])
}

/** Lines joined by LF become CRLF before they are encoded; the last one is ended too. */
export function textEntity(subtype: string, text: string, charset: Charset, transfer: Transfer): Entity {
  return {
    headers: [
      `Content-Type: text/${subtype};\r\n\tcharset="${charset}"`,
      `Content-Transfer-Encoding: ${transfer}`,
    ],
    body: transferEncode(encode(`${text}\n`.replaceAll('\n', '\r\n'), charset), transfer),
  }
}

/** How a program writes a file name: both keys as encoded words (QQ), extended (RFC 2231), or plain ASCII. */
export type NameStyle = 'words' | 'extended' | 'plain'

export interface FileFacts {
  readonly name: string
  readonly type: string
  readonly nameStyle: NameStyle
  readonly words: WordStyle
  /** Set for a picture the HTML shows in place. */
  readonly contentId?: string
}

function named(key: 'name' | 'filename', file: FileFacts): string {
  if (file.nameStyle === 'extended' && key === 'filename')
    return extendedParameter(key, file.name, file.words.charset).join(';\r\n\t')
  return `${key}="${encodedWords(file.name, file.words)}"`
}

export function fileEntity(bytes: Uint8Array, file: FileFacts): Entity {
  const disposition = file.contentId === undefined ? 'attachment' : 'inline'
  return {
    headers: [
      `Content-Type: ${file.type};\r\n\t${named('name', file)}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: ${disposition};\r\n\t${named('filename', file)}`,
      ...(file.contentId === undefined ? [] : [`Content-ID: <${file.contentId}>`]),
    ],
    body: transferEncode(bytes, 'base64'),
  }
}

/** A forwarded message as an attachment (RFC 2046 section 5.2.1): never base64. */
export function messageEntity(message: Buffer): Entity {
  return {
    headers: [
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: 8bit',
      'Content-Disposition: attachment',
    ],
    body: message,
  }
}

export function multipart(subtype: string, boundary: string, parts: readonly Entity[]): Entity {
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), renderEntity(part), crlf])
  const type = subtype === 'related' ? 'related; type="multipart/alternative"' : subtype
  return {
    headers: [`Content-Type: multipart/${type};\r\n\tboundary="${boundary}"`],
    body: Buffer.concat([
      Buffer.from('This is a multi-part message in MIME format.\r\n\r\n'),
      ...pieces,
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}
