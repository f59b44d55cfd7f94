import { type Charset, encode } from './charsets.ts'

/** B as Chinese programs write it, Q as German ones do. */
export interface WordStyle {
  readonly charset: Charset
  readonly encoding: 'B' | 'Q'
}

const ascii = /^[\x20-\x7e]*$/

function qEncode(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      if (byte === 32) return '_'
      return /[A-Za-z0-9!*+/-]/.test(character)
        ? character
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

/** RFC 2047 encoded words of at most 75 characters, split between characters and folded; ASCII passes as it is. */
export function encodedWords(text: string, style: WordStyle): string {
  if (ascii.test(text)) return text
  const word = (piece: string) => {
    const bytes = encode(piece, style.charset)
    const body = style.encoding === 'B' ? bytes.toString('base64') : qEncode(bytes)
    return `=?${style.charset}?${style.encoding}?${body}?=`
  }
  const words: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece !== '' && word(piece + character).length > 75) {
      words.push(word(piece))
      piece = ''
    }
    piece += character
  }
  words.push(word(piece))
  return words.join('\r\n ')
}

/** A display name and address; an ASCII name with specials is quoted (RFC 5322 section 3.4). */
export function addressed(box: { name: string; address: string }, style: WordStyle): string {
  if (!ascii.test(box.name)) return `${encodedWords(box.name, style)} <${box.address}>`
  const name = /[^A-Za-z0-9 ]/.test(box.name) ? `"${box.name}"` : box.name
  return `${name} <${box.address}>`
}

/** RFC 2231 parameter lines in several pieces: `filename*0*=gbk''…; filename*1*=…`. */
export function extendedParameter(key: string, value: string, charset: Charset): string[] {
  const bytes = [...encode(value, charset)]
  const escaped = bytes.map((byte) => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9._-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  const pieces: string[] = []
  for (const unit of escaped) {
    const last = pieces.at(-1)
    if (last === undefined || last.length + unit.length > 48) pieces.push(unit)
    else pieces[pieces.length - 1] = last + unit
  }
  return pieces.map((piece, at) => `${key}*${at}*=${at === 0 ? `${charset}''` : ''}${piece}`)
}
