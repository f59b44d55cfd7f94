import type { Body, Passage } from '../body/compose-body.ts'
import { decodeText } from '../charset/decode-text.ts'
import { decompressRtf } from '../rtf/decompress-rtf.ts'
import { readRtf } from '../rtf/read-rtf.ts'
import { type MapiMessage, PR, type Properties } from './mapi-message.ts'
import { binaryOf, type MapiReading, textOf } from './property-values.ts'

const withLines = (text: string): string => text.replace(/\r\n?/g, '\n')

function plainOf(properties: Properties, mapi: MapiReading): Passage[] {
  const content = withLines(textOf(properties, PR.body, mapi))
  return content.trim() === '' ? [] : [{ kind: 'text', content }]
}

function htmlOf(properties: Properties, mapi: MapiReading): Passage[] {
  const octets = binaryOf(properties, PR.html)
  const text = octets
    ? decodeText(octets, mapi.htmlCharset, mapi.reading)
    : textOf(properties, PR.html, { ...mapi, ansiCharset: mapi.htmlCharset })
  const content = withLines(text.replaceAll('\0', ''))
  return content.trim() === '' ? [] : [{ kind: 'html', content }]
}

function rtfOf(properties: Properties, { reading }: MapiReading): Passage[] {
  const octets = binaryOf(properties, PR.rtfCompressed)
  if (!octets || octets.length === 0) return []
  const rtf = decompressRtf(octets)
  const passage = rtf && readRtf(rtf)
  if (!passage) {
    reading.warnings.add('PART_UNREADABLE')
    return []
  }
  return passage.content.trim() === '' ? [] : [passage]
}

/**
 * What a message says. Outlook keeps it as text, as HTML, or as RTF that may hold either (MS-OXBBODY 2.1): the text is
 * shown as it is, the HTML is the better of the other two.
 */
export function mapiBody({ properties }: MapiMessage, mapi: MapiReading): Body {
  const plain = plainOf(properties, mapi)
  const html = htmlOf(properties, mapi)
  // RTF without HTML in it says nothing that the text does not say.
  const rich = html.length > 0 ? html : rtfOf(properties, mapi)
  const isHtml = rich.some(({ kind }) => kind === 'html')
  return { asText: plain.length > 0 ? plain : rich, asHtml: isHtml || plain.length === 0 ? rich : plain }
}
