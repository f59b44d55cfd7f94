import { decodeAs, decodeText } from '../charset/decode-text.ts'
import { readParameter } from '../header/mime-parameters.ts'
import type { Reading } from '../reading.ts'
import type { Source } from '../source.ts'
import { decodeContent } from '../structure/decode-content.ts'
import { isBodyText, readDisposition } from '../structure/disposition.ts'
import type { Part } from '../structure/part-tree.ts'

/** One stretch of what a message says, as its sender wrote it. */
export interface Passage {
  readonly kind: 'text' | 'html'
  readonly content: string
}

/** Both readings of a message's body; where the sender gave only one form, both show that one. */
export interface Body {
  readonly asText: readonly Passage[]
  readonly asHtml: readonly Passage[]
}

const NOTHING: Body = { asText: [], asHtml: [] }

/** The charset an HTML body names in its own head; a transport label comes before it. */
function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 2048)
  return /<meta[^<>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1] ?? null
}

/** The decoded text of a leaf, lines ending in LF. */
export function readLeafText(source: Source, part: Part, reading: Reading): string {
  const bytes = decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading)
  // A body is what the choice is about: short GBK text may be valid UTF-8 by accident.
  if (reading.chosen) return decodeAs(bytes, reading.chosen).replace(/\r\n?/g, '\n')
  const declared = readParameter(part.contentType, 'charset', reading)
  const label = declared || (part.contentType.value === 'text/html' ? metaCharset(bytes) : null)
  return decodeText(bytes, label, reading).replace(/\r\n?/g, '\n')
}

function isEmpty(passages: readonly Passage[]): boolean {
  return passages.every(({ content }) => content.trim() === '')
}

/** Whether a body says nothing in either form. */
export function isEmptyBody({ asText, asHtml }: Body): boolean {
  return isEmpty(asText) && isEmpty(asHtml)
}

/** Of several forms of the same, the plainest for text and the richest for HTML (RFC 2046 5.1.4). */
function composeAlternatives(bodies: readonly Body[]): Body {
  const filled = bodies.filter((body) => !isEmptyBody(body))
  const plain = filled.filter(
    (body) => body.asText.some(({ kind }) => kind === 'text') && !isEmpty(body.asText),
  )
  const rich = filled.filter(
    (body) => body.asHtml.some(({ kind }) => kind === 'html') && !isEmpty(body.asHtml),
  )
  return {
    asText: (plain.length > 0 ? plain : rich).flatMap((body) => body.asText),
    asHtml: (rich.length > 0 ? rich.slice(-1) : plain).flatMap((body) => body.asHtml),
  }
}

/** What a part says, its attachments left aside: alternatives chosen, everything else one after the other. */
export function composeBody(source: Source, part: Part, reading: Reading): Body {
  if (part.children.length === 0) {
    if (!isBodyText(part, readDisposition(part, reading))) return NOTHING
    const passage: Passage = {
      kind: part.contentType.value === 'text/html' ? 'html' : 'text',
      content: readLeafText(source, part, reading),
    }
    return { asText: [passage], asHtml: [passage] }
  }
  const bodies = part.children.map((child) => composeBody(source, child, reading))
  if (part.contentType.value === 'multipart/alternative') return composeAlternatives(bodies)
  return { asText: bodies.flatMap((body) => body.asText), asHtml: bodies.flatMap((body) => body.asHtml) }
}
