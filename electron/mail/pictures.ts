import { findField } from './header/header-block.ts'
import { readMessageId } from './header/message-ids.ts'
import { contentNamesOf } from './mapi/content-names.ts'
import type { OpenMapi } from './open-mapi.ts'
import type { OpenMessage } from './open-message.ts'
import { startReading } from './reading.ts'
import { decodeContent } from './structure/decode-content.ts'
import { listLeaves } from './structure/part-tree.ts'

/** What reads a file, by each name the HTML of its message may call it. The first of a name counts. */
export type NamedFiles = ReadonlyMap<string, () => Buffer>

/** Files of a MIME message by their content ids. */
export function namedParts({ source, root }: OpenMessage): NamedFiles {
  const files = new Map<string, () => Buffer>()
  for (const { header, start, end, encoding } of listLeaves(root)) {
    const id = readMessageId(findField(header, 'content-id')?.value.toString('latin1').trim() ?? '')
    if (id === null || files.has(id)) continue
    files.set(id, () => decodeContent(source.bytes.subarray(start, end), encoding, startReading()))
  }
  return files
}

/** Attachments of a message of Outlook's by their content ids and locations. */
export function namedAttachments({ message, mapi }: OpenMapi): NamedFiles {
  const files = new Map<string, () => Buffer>()
  for (const attachment of message.attachments) {
    const { id, location } = contentNamesOf(attachment, mapi)
    for (const name of [id, location])
      if (name !== null && !files.has(name)) files.set(name, () => attachment.read())
  }
  return files
}
