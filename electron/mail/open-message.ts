import type { CharsetName } from '@bridge/model/charset.ts'
import { mailLimits } from './limits.ts'
import { locateMessage } from './locate-message.ts'
import { type Reading, startReading } from './reading.ts'
import { type Source, sourceOf } from './source.ts'
import { countBase64 } from './structure/decode-content.ts'
import { listLeaves, type Part, readStructure } from './structure/part-tree.ts'
import { UnreadableError } from './unreadable-error.ts'

/** A message whose structure is known and whose contents are still where they were. */
export interface OpenMessage {
  readonly source: Source
  readonly root: Part
  readonly reading: Reading
}

/** Fields at least one of which every message has; without any of them bytes are no message. */
const KNOWN_FIELD =
  /^(?:from|to|cc|bcc|subject|date|message-id|received|return-path|sender|reply-to|mime-version|in-reply-to|references|delivered-to|status|(?:content|x|list|resent|arc|dkim|authentication)-.*)$/

function isBlank(bytes: Buffer): boolean {
  return bytes.every((octet) => octet <= 0x20)
}

/** The charset to try for raw header octets: what the message declares for its first text. */
function declaredCharset(root: Part): string | null {
  for (const part of [root, ...listLeaves(root)]) {
    const charset = part.contentType.params.get('charset')
    if (charset && !/^(?:us-)?ascii$/i.test(charset)) return charset
  }
  return null
}

/**
 * Finds the parts of a message, to be read in the `chosen` charset where the lawyer named one.
 * @throws UnreadableError EMPTY, NOT_A_MESSAGE, TOO_LARGE or a limit of the structure.
 */
export function openMessage(bytes: Uint8Array, chosen: CharsetName | null = null): OpenMessage {
  if (bytes.byteLength > mailLimits.messageBytes) throw new UnreadableError('TOO_LARGE')
  const source = sourceOf(bytes)
  if (isBlank(source.bytes)) throw new UnreadableError('EMPTY')
  const reading = startReading(chosen)
  const { start, end } = locateMessage(source)
  const root = readStructure(source, start, end, reading)
  if (!root.header.fields.some(({ name }) => KNOWN_FIELD.test(name)))
    throw new UnreadableError('NOT_A_MESSAGE')
  reading.charsetHint = declaredCharset(root)
  noteTruncation(source, root, end, reading)
  return { source, root, reading }
}

/** A message that stops inside its header, an open multipart or a base64 group was cut off. */
function noteTruncation(source: Source, root: Part, end: number, reading: Reading): void {
  const last = listLeaves(root).at(-1)
  const headerCut = root.start === end && source.lines[end - 1] !== 0x0a
  const isGroupCut =
    last !== undefined &&
    last.encoding === 'base64' &&
    last.end === end &&
    countBase64(source.bytes.subarray(last.start, end)) % 4 !== 0
  if (headerCut || isGroupCut) reading.warnings.add('TRUNCATED')
}
