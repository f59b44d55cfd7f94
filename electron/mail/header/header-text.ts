import { decodeText } from '../charset/decode-text.ts'
import type { Reading } from '../reading.ts'
import { decodeWords } from './encoded-words.ts'
import type { HeaderField } from './header-block.ts'

/** The text of a field before any syntax is looked at: raw octets as characters, folds undone (RFC 5322 2.2.3). */
export function unfold(field: HeaderField, reading: Reading): string {
  // Octets become characters first: the second octet of GBK and Big5 may be a backslash, a bar or an at sign.
  return decodeText(field.value, null, reading)
    .replace(/\r?\n(?=[ \t])/g, '')
    .replace(/[\r\n]+/g, ' ')
    .trim()
}

/** The text of an unstructured field such as `Subject`; empty where the field is missing. */
export function readText(field: HeaderField | undefined, reading: Reading): string {
  if (!field) return ''
  return decodeWords(unfold(field, reading), reading)
    .replace(/[\r\n\t\0]+/g, ' ')
    .trim()
}
