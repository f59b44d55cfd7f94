import type { Person, WrittenDate } from '@bridge/model/message.ts'
import type { Reading } from '../reading.ts'
import { readAddresses } from './addresses.ts'
import { findField, type HeaderBlock } from './header-block.ts'
import { unfold } from './header-text.ts'
import { readMessageId, readMessageIds } from './message-ids.ts'
import { readDate } from './written-date.ts'

function textIn(header: HeaderBlock, name: string, reading: Reading): string {
  const field = findField(header, name)
  return field ? unfold(field, reading) : ''
}

/** The people of all fields of that name. */
export function peopleIn(header: HeaderBlock, name: string, reading: Reading): Person[] {
  return header.fields
    .filter((field) => field.name === name)
    .flatMap((field) => readAddresses(unfold(field, reading), reading))
}

/** The `Date` as it was written; null where there is none. One that says nothing is noted. */
export function dateIn(header: HeaderBlock, reading: Reading): WrittenDate | null {
  const raw = textIn(header, 'date', reading)
  if (raw === '') return null
  const date = readDate(raw)
  if (date.at === null) reading.warnings.add('DATE_UNREADABLE')
  return date
}

/** The time the topmost server, the recipient's own, wrote behind the last semicolon of its `Received` (RFC 5321 4.4). */
export function receivedIn(header: HeaderBlock, reading: Reading): string | null {
  const text = textIn(header, 'received', reading)
  const semicolon = text.lastIndexOf(';')
  return semicolon === -1 ? null : readDate(text.slice(semicolon + 1)).at
}

/** The message id a field names; null where there is none. */
export function idIn(header: HeaderBlock, name: string, reading: Reading): string | null {
  return readMessageId(textIn(header, name, reading))
}

/** The message ids a field names. */
export function idsIn(header: HeaderBlock, name: string, reading: Reading): string[] {
  return readMessageIds(textIn(header, name, reading))
}
