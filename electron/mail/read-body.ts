import type { CharsetName } from '@bridge/model/charset.ts'
import { bodyText } from './body/body-text.ts'
import type { Body } from './body/compose-body.ts'
import { isHtmlTooLarge } from './body/html-too-large.ts'
import { inlineImagesOf } from './body/inline-images.ts'
import { type SafeHtml, sanitiseHtml } from './body/sanitise-html.ts'
import { mapiBody } from './mapi/mapi-body.ts'
import { openMapi } from './open-mapi.ts'
import { openMessage } from './open-message.ts'
import { type NamedFiles, namedAttachments, namedParts } from './pictures.ts'
import { bodyWithTnef, openTnefParts } from './tnef-parts.ts'

/** What a message says, in both forms. */
export interface ReadBody {
  text: string
  /**
   * Safe HTML for a frame with `sandbox=""` and a policy of `default-src 'none'; img-src data:; style-src
   * 'unsafe-inline'`; null where the message has none, or one too large to show.
   */
  html: string | null
  /** Pictures left out because they would have to be loaded from elsewhere. */
  blockedImages: number
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function plainAsHtml(text: string): SafeHtml {
  const escaped = text.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char)
  return { html: `<div style="white-space: pre-wrap">${escaped}</div>`, blockedImages: 0 }
}

/** The body of a message and the files its HTML may show. */
function openBody(bytes: Uint8Array, chosen: CharsetName | null): { body: Body; files: NamedFiles } {
  const outlook = openMapi(bytes, chosen)
  if (outlook) return { body: mapiBody(outlook.message, outlook.mapi), files: namedAttachments(outlook) }
  const open = openMessage(bytes, chosen)
  const tnef = openTnefParts(open)
  const { body } = bodyWithTnef(open, tnef)
  return {
    body,
    files: new Map([...tnef.flatMap((part) => [...namedAttachments(part)]), ...namedParts(open)]),
  }
}

/**
 * The body of a message as plain text and as HTML that is safe to show.
 * @throws UnreadableError where the message cannot be read.
 */
export function readBody(bytes: Uint8Array, chosen: CharsetName | null = null): ReadBody {
  const { body, files } = openBody(bytes, chosen)
  const text = bodyText(body.asText)
  const isHtml = body.asHtml.some(({ kind }) => kind === 'html')
  if (!isHtml || isHtmlTooLarge(body.asHtml)) return { text, html: null, blockedImages: 0 }
  const images = inlineImagesOf(files)
  // Each passage on its own: an element left open in one must not swallow the next.
  const safe = body.asHtml.map(({ kind, content }) =>
    kind === 'html' ? sanitiseHtml(content, images) : plainAsHtml(content),
  )
  return {
    text,
    html: safe.map(({ html }) => html).join('\n<hr>\n'),
    blockedImages: safe.reduce((sum, { blockedImages }) => sum + blockedImages, 0),
  }
}
