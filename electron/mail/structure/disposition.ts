import { findField } from '../header/header-block.ts'
import { unfold } from '../header/header-text.ts'
import { type MimeValue, readMimeValue, readParameter } from '../header/mime-parameters.ts'
import type { Reading } from '../reading.ts'
import type { Part } from './part-tree.ts'

function mimeField(part: Part, name: string, reading: Reading): MimeValue {
  const field = findField(part.header, name)
  return readMimeValue(field ? unfold(field, reading) : '')
}

function rawName(from: MimeValue, parameter: string): string | null {
  const pieces = [...from.params].filter(([key]) => key === parameter || key.startsWith(`${parameter}*`))
  return pieces.length === 0 ? null : pieces.map(([, text]) => text).join('')
}

/** What a part says about its use: `attachment`, `inline` or nothing, and the names it goes by. */
export interface Disposition {
  readonly kind: string
  /** Decoded, not yet safe; null where the part is nameless. */
  readonly name: string | null
  /** As the header carries it. */
  readonly rawName: string | null
}

/** Reads `Content-Disposition` (RFC 2183); where it names no file, the `name` of `Content-Type` does. */
export function readDisposition(part: Part, reading: Reading): Disposition {
  const disposition = mimeField(part, 'content-disposition', reading)
  const fileName = readParameter(disposition, 'filename', reading)
  if (fileName) return { kind: disposition.value, name: fileName, rawName: rawName(disposition, 'filename') }
  const type = mimeField(part, 'content-type', reading)
  return {
    kind: disposition.value,
    name: readParameter(type, 'name', reading),
    rawName: rawName(type, 'name'),
  }
}

/**
 * Whether a leaf belongs to what the message says, not to what it carries: plain or HTML text without a name that is not
 * meant as an attachment. Any named or other part is an attachment, whatever its disposition says.
 */
export function isBodyText(part: Part, disposition: Disposition): boolean {
  if (part.children.length > 0) return false
  if (part.contentType.value !== 'text/plain' && part.contentType.value !== 'text/html') return false
  return disposition.kind !== 'attachment' && !disposition.name
}
