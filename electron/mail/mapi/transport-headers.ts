import { type HeaderBlock, readHeaderBlock } from '../header/header-block.ts'
import { sourceOf } from '../source.ts'
import { type MapiMessage, PR, TYPE } from './mapi-message.ts'
import type { MapiReading } from './property-values.ts'

/** What Exchange writes above the fields it received. */
const PREAMBLE = /^Microsoft Mail Internet Headers Version 2\.0\r?\n/

const NONE: HeaderBlock = { fields: [], bodyStart: 0, damaged: false }

/** The header as it came over the wire, where Outlook kept it (PidTagTransportMessageHeaders); without fields where not. */
export function transportHeaders({ properties }: MapiMessage, { reading }: MapiReading): HeaderBlock {
  const value = properties.get(PR.transportHeaders)
  if (!value) return NONE
  const octets = value.read()
  // Octets above 0x7f stay what the sender wrote where Outlook kept them in octets.
  const text = value.type === TYPE.unicode ? Buffer.from(octets.toString('utf16le')) : octets
  const preamble = PREAMBLE.exec(text.toString('latin1', 0, 80))?.[0].length ?? 0
  const end = text.indexOf(0, preamble)
  const source = sourceOf(text)
  const header = readHeaderBlock(source, preamble, end === -1 ? text.length : end)
  if (header.damaged) reading.warnings.add('HEADER_DAMAGED')
  return header
}
