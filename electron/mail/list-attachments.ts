import { hash } from 'node:crypto'
import type { Attachment } from '@bridge/model/message.ts'
import { findField, readHeaderBlock } from './header/header-block.ts'
import { readText } from './header/header-text.ts'
import { readMessageId } from './header/message-ids.ts'
import { locateMessage } from './locate-message.ts'
import { bodyFileOf } from './mapi/body-file.ts'
import { listMapiAttachments } from './mapi/mapi-attachments.ts'
import type { OpenMessage } from './open-message.ts'
import { type Reading, startReading } from './reading.ts'
import { type Source, sourceOf } from './source.ts'
import { decodeContent } from './structure/decode-content.ts'
import { type Disposition, isBodyText, readDisposition } from './structure/disposition.ts'
import { listLeaves, type Part } from './structure/part-tree.ts'
import { safeFileName } from './structure/safe-file-name.ts'
import { bodyPathOf, type TnefPart } from './tnef-parts.ts'

/** Whether a part holds a message of its own. */
export function isMessagePart(part: Part): boolean {
  return part.contentType.value === 'message/rfc822' || part.contentType.value === 'message/global'
}

function nestedSubject(content: Buffer): string {
  const source = sourceOf(content)
  const { start, end } = locateMessage(source)
  return readText(findField(readHeaderBlock(source, start, end), 'subject'), startReading())
}

function describe(
  source: Source,
  part: Part,
  disposition: Disposition,
  shown: ReadonlySet<string>,
  reading: Reading,
): Attachment {
  const content = decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading)
  const contentId = readMessageId(findField(part.header, 'content-id')?.value.toString('latin1').trim() ?? '')
  return {
    partPath: part.path,
    fileName: safeFileName(disposition.name ?? ''),
    rawFileName: disposition.rawName,
    contentType: part.contentType.value,
    sizeBytes: content.length,
    sha256: hash('sha256', content),
    contentId,
    inline: contentId !== null && shown.has(contentId),
    nestedSubject: isMessagePart(part) ? nestedSubject(content) : null,
  }
}

/** What a winmail.dat carries. Its body is listed as a file where the message shows one of its own: it may say more. */
function listTnef(
  { path, message, mapi }: TnefPart,
  shown: ReadonlySet<string>,
  isBodyShown: boolean,
): Attachment[] {
  const bodyFile = isBodyShown ? null : bodyFileOf(message, mapi)
  const files = listMapiAttachments(message, path, shown, mapi)
  if (!bodyFile) return files
  const { bytes, ...file } = bodyFile
  const described: Attachment = {
    ...file,
    partPath: bodyPathOf(path),
    rawFileName: null,
    sizeBytes: bytes.length,
    sha256: hash('sha256', bytes),
    contentId: null,
    inline: false,
    nestedSubject: null,
  }
  return [described, ...files]
}

/**
 * Everything a message carries beside its text, in order; behind a winmail.dat what lies in it. `shown` is what its HTML
 * shows in place. Hashes and sizes are those of the decoded octets, untouched in their line ends.
 */
export function listAttachments(
  { source, root, reading }: OpenMessage,
  shown: ReadonlySet<string>,
  { tnef, isFromTnef }: { tnef: readonly TnefPart[]; isFromTnef: boolean },
): Attachment[] {
  return listLeaves(root).flatMap((part) => {
    const disposition = readDisposition(part, reading)
    if (isBodyText(part, disposition)) return []
    const inside = tnef.filter(({ path }) => path === part.path)
    return [
      describe(source, part, disposition, shown, reading),
      ...inside.flatMap((opened) => listTnef(opened, shown, isFromTnef)),
    ]
  })
}
