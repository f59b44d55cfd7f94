import type { Person, WrittenDate } from '@bridge/model/message.ts'
import { peopleIn } from '../mail/header/fields.ts'
import type { HeaderField } from '../mail/header/header-block.ts'
import { unfold } from '../mail/header/header-text.ts'
import { readDate } from '../mail/header/written-date.ts'
import { locateMessage } from '../mail/locate-message.ts'
import { transportHeaders } from '../mail/mapi/transport-headers.ts'
import { openMapi } from '../mail/open-mapi.ts'
import { openMessage } from '../mail/open-message.ts'
import { type Reading, startReading } from '../mail/reading.ts'
import type { Part } from '../mail/structure/part-tree.ts'

/** One field as it stands, folds undone. */
export interface Field {
  /** Lower case. */
  readonly name: string
  readonly value: string
}

/** What the tests look at: all of it taken from the bytes, nothing from a database. */
export interface Traits {
  /** `mail`: the message as it travelled; `outlook`: what Outlook made of it, of which only the header may be left. */
  readonly form: 'mail' | 'outlook'
  readonly fields: readonly Field[]
  readonly from: readonly Person[]
  readonly recipients: readonly Person[]
  readonly replyTo: readonly Person[]
  readonly date: WrittenDate | null
  /** Of the parts of the message itself, outermost first. */
  readonly boundaries: readonly string[]
  readonly charsets: readonly string[]
  /** The message as it was sent, without what a mailbox file puts around it; null for Outlook's forms. */
  readonly sent: Buffer | null
}

/** So many fields and boundaries are looked at: a header may hold two thousand. */
const MOST_FIELDS = 500
const MOST_PARTS = 100

/** @throws UnreadableError as the reader of messages does */
export function readTraits(bytes: Uint8Array): Traits {
  const outlook = openMapi(bytes)
  if (outlook) {
    const { fields } = transportHeaders(outlook.message, outlook.mapi)
    return {
      ...headerTraits(fields, startReading()),
      form: 'outlook',
      boundaries: boundariesIn(fields),
      charsets: [],
      sent: null,
    }
  }
  const { source, root, reading } = openMessage(bytes)
  const { start, end } = locateMessage(source)
  const parts = listParts(root)
  return {
    ...headerTraits(root.header.fields, reading),
    form: 'mail',
    boundaries: unique(parts.map(({ contentType }) => contentType.params.get('boundary') ?? '')),
    charsets: unique(parts.map(({ contentType }) => (contentType.params.get('charset') ?? '').toLowerCase())),
    // A length line or a `From ` line of a mailbox file is under nobody's signature.
    sent: source.bytes.subarray(start, end),
  }
}

type HeaderTraits = Omit<Traits, 'form' | 'boundaries' | 'charsets' | 'sent'>

function headerTraits(raw: readonly HeaderField[], reading: Reading): HeaderTraits {
  const fields = raw
    .slice(0, MOST_FIELDS)
    .map((field) => ({ name: field.name, value: unfold(field, reading) }))
  const block = { fields: raw.slice(0, MOST_FIELDS), bodyStart: 0, damaged: false }
  const people = (name: string): Person[] => peopleIn(block, name, reading)
  const date = fields.find(({ name }) => name === 'date')
  return {
    fields,
    from: people('from'),
    recipients: [...people('to'), ...people('cc'), ...people('delivered-to'), ...people('x-original-to')],
    replyTo: people('reply-to'),
    date: date ? readDate(date.value) : null,
  }
}

/** Every value of the fields of that name, the topmost first. */
export const valuesOf = (traits: Pick<Traits, 'fields'>, name: string): string[] =>
  traits.fields.filter((field) => field.name === name).map(({ value }) => value)

export const firstOf = (traits: Pick<Traits, 'fields'>, name: string): string =>
  traits.fields.find((field) => field.name === name)?.value ?? ''

function listParts(root: Part): Part[] {
  const parts: Part[] = []
  const waiting = [root]
  for (let part = waiting.shift(); part && parts.length < MOST_PARTS; part = waiting.shift()) {
    parts.push(part)
    waiting.push(...part.children)
  }
  return parts
}

const unique = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))]

const boundariesIn = (fields: readonly HeaderField[]): string[] =>
  unique(
    fields
      .filter(({ name }) => name === 'content-type')
      .map(({ value }) => /boundary="?([^";\s]+)/iu.exec(value.toString('latin1'))?.[1] ?? ''),
  )
