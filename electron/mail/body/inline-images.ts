import { findField } from '../header/header-block.ts'
import { readMessageId } from '../header/message-ids.ts'
import { mailLimits } from '../limits.ts'
import type { OpenMessage } from '../open-message.ts'
import { startReading } from '../reading.ts'
import { decodeContent } from '../structure/decode-content.ts'
import { listLeaves, type Part } from '../structure/part-tree.ts'

/** Picture types shown inside a message, by the octets they start with: a declared type is not believed. */
const SIGNATURES: ReadonlyArray<readonly [string, RegExp]> = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
]

function imageType(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 12)
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0] ?? null
}

/** Looks up the picture a `cid:` address means. */
export interface InlineImages {
  /** The picture as a `data:` address; null where there is none, it is no picture, or too much is shown already. */
  find(contentId: string): string | null
}

/** The pictures a message brings along for its HTML (RFC 2392); each is decoded when it is first asked for. */
export function inlineImagesOf({ source, root }: OpenMessage): InlineImages {
  const parts = new Map<string, Part>()
  for (const part of listLeaves(root)) {
    const id = readMessageId(findField(part.header, 'content-id')?.value.toString('latin1').trim() ?? '')
    if (id !== null && !parts.has(id)) parts.set(id, part)
  }
  let left: number = mailLimits.inlineImagesBytes
  return {
    find(contentId) {
      const part = parts.get(contentId)
      if (!part) return null
      const bytes = decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, startReading())
      const type = imageType(bytes)
      if (type === null || bytes.length > mailLimits.inlineImageBytes || bytes.length > left) return null
      left -= bytes.length
      return `data:${type};base64,${bytes.toString('base64')}`
    },
  }
}
