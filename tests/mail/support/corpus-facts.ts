import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attachment, ParsedMessage, Person } from '@bridge/model/message.ts'
import { z } from 'zod'
import { htmlToText } from '../../../electron/mail/body/html-to-text.ts'
import { readBody } from '../../../electron/mail/read-body.ts'
import { safeFileName } from '../../../electron/mail/structure/safe-file-name.ts'
import { oneLine, visible } from './visible.ts'

export const CORPUS = join(import.meta.dirname, '../corpus')

const texts = z.array(z.string().nullable())
const facts = z.strictObject({
  subject: z.string().nullable().optional(),
  date: z.string().nullable().optional(),
  message_id: z.string().nullable().optional(),
  from: texts.optional(),
  from_name: texts.optional(),
  to: texts.optional(),
  to_name: texts.optional(),
  to_count: z.int().optional(),
  cc: texts.optional(),
  cc_name: texts.optional(),
  att_count: z.int().optional(),
  att_names: texts.optional(),
  att_bytes: texts.optional(),
  embedded: texts.optional(),
  text: z.string().nullable().optional(),
  html: z.string().nullable().optional(),
})
export type Facts = z.infer<typeof facts>
export type Field = keyof Facts

const record = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('eml'), facts }),
  z.object({ kind: z.literal('eml-from'), facts }),
  z.object({ kind: z.literal('msg'), facts }),
  z.object({ kind: z.literal('tnef'), facts }),
  z.object({
    kind: z.literal('mbox'),
    messages: z.array(z.tuple([z.string().nullable(), z.string().nullable()])),
  }),
])

/** What independent readers agree on, by file. */
export function loadExpected(folder = CORPUS) {
  return z.record(z.string(), record).parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
}

const addresses = (people: readonly Person[]) => people.map(({ address }) => address)
const names = (people: readonly Person[]) => people.map(({ name }) => name)

/** What our reader says, in the words of the corpus. */
export function factsOf(message: ParsedMessage, bytes: Uint8Array): Required<Facts> {
  const files = message.attachments.filter((attachment) => attachment.nestedSubject === null)
  const nested = message.attachments.flatMap(({ nestedSubject }: Attachment) => nestedSubject ?? [])
  const { html } = readBody(bytes)
  return {
    subject: oneLine(message.subject),
    date: message.date.at,
    message_id: message.messageId,
    from: addresses(message.from),
    from_name: names(message.from),
    to: addresses(message.to),
    to_name: names(message.to),
    to_count: message.to.length,
    cc: addresses(message.cc),
    cc_name: names(message.cc),
    att_count: files.length,
    att_names: files.map(({ fileName }) => fileName),
    att_bytes: files.map(({ sha256 }) => sha256),
    embedded: nested.map(oneLine),
    text: visible(message.text),
    html: html === null ? null : visible(htmlToText(html)),
  }
}

/** Removes from an expected fact what the corpus notes more loosely than we compare. */
export function normalise(expected: Facts): Facts {
  const { subject, from_name, to_name, cc_name, att_names, embedded, text, html } = expected
  return {
    ...expected,
    ...(subject === undefined ? {} : { subject: oneLine(subject) }),
    ...(from_name && { from_name: from_name.map(oneLine) }),
    ...(to_name && { to_name: to_name.map(oneLine) }),
    ...(cc_name && { cc_name: cc_name.map(oneLine) }),
    ...(att_names && { att_names: att_names.map((name) => safeFileName(name ?? '')) }),
    ...(embedded && { embedded: embedded.map(oneLine) }),
    ...(text === undefined ? {} : { text: visible(text ?? '') }),
    ...(typeof html === 'string' ? { html: visible(html) } : {}),
  }
}

/** The fields in which a reading differs from what is expected. */
export function differences(ours: Required<Facts>, expected: Facts): Field[] {
  const fields = facts.keyof().options.filter((field) => expected[field] !== undefined)
  return fields.filter((field) => !agrees(field, ours, expected))
}

/** The references note the first 100 characters; removing invisible ones from them can leave fewer. */
function agrees(field: Field, ours: Required<Facts>, expected: Facts): boolean {
  const [mine, theirs] = [ours[field], expected[field]]
  if ((field === 'text' || field === 'html') && typeof mine === 'string' && typeof theirs === 'string') {
    return theirs.length > 90 ? mine.startsWith(theirs) : mine === theirs
  }
  return JSON.stringify(mine) === JSON.stringify(theirs)
}
