import type { CharsetName } from '@bridge/model/charset.ts'
import { mailLimits } from './limits.ts'
import type { MapiMessage } from './mapi/mapi-message.ts'
import { type MapiReading, startMapiReading } from './mapi/property-values.ts'
import { openMsg } from './msg/open-msg.ts'
import { startReading } from './reading.ts'
import { isTnef, openTnef } from './tnef/open-tnef.ts'
import { UnreadableError } from './unreadable-error.ts'

/** A message of Outlook's and what its reading takes along. */
export interface OpenMapi {
  readonly message: MapiMessage
  readonly mapi: MapiReading
}

/** What a compound file starts with (MS-CFB 2.2). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** What the first octets say: a message file of Outlook, its winmail.dat, or neither. */
export function mapiKindOf(head: Buffer): 'msg' | 'tnef' | null {
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) return 'msg'
  return isTnef(head) ? 'tnef' : null
}

/**
 * Opens a message of Outlook's by its first octets; null where they are those of neither kind.
 * @throws UnreadableError TOO_LARGE, NOT_A_MESSAGE or a limit of the structure.
 */
export function openMapi(bytes: Uint8Array, chosen: CharsetName | null = null): OpenMapi | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = mapiKindOf(buffer)
  if (kind === null) return null
  if (buffer.length > mailLimits.messageBytes) throw new UnreadableError('TOO_LARGE')
  const reading = startReading(chosen)
  const message = kind === 'msg' ? openMsg(buffer, reading) : openTnef(buffer, reading)
  return { message, mapi: startMapiReading(message.properties, reading) }
}
