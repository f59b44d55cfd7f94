import type { CopyDifference, HeaderField } from '@bridge/model/authenticity.ts'
import type { ParsedMessage, Person } from '@bridge/model/message.ts'

/** One of two copies: the message as read, and its header fields as they stand. */
export interface Copy {
  readonly message: ParsedMessage
  readonly fields: readonly HeaderField[]
}

/** What servers and programs add or rewrite on the way (RFC 5321 4.4, RFC 5322 3.6.7, RFC 6376, 8601, 8617), and what programs keep for themselves. */
const IN_TRANSIT =
  /^(?:received|received-spf|return-path|delivered-to|envelope-to|authentication-results|dkim-signature|dkim-filter|arc-.*|x-.*|list-.*|errors-to|precedence|status|lines|content-length|bcc|resent-.*|thread-index|thread-topic|mime-version|content-.*|importance|priority|sender|user-agent|feedback-id|auto-submitted|old-.*|spamdiagnostic.*|msip_labels|accept-language|user-.*)$/u

/** Fields whose meaning is compared elsewhere. */
const ELSEWHERE = new Set(['subject', 'date', 'message-id', 'from', 'to', 'cc'])
/** So much stands around a difference of the text. */
const AROUND = 60
const LONGEST = 400

/** What two copies of one message differ in; nothing is weighed, only what transport is expected to add is marked so. */
export function compareCopies(left: Copy, right: Copy): CopyDifference[] {
  const [one, other] = [left.message, right.message]
  return [
    ...differ('subject', 'Subject', one.subject, other.subject),
    ...differ('date', 'Date', one.date.raw, other.date.raw),
    ...differ('message-id', 'Message-ID', one.messageId, other.messageId),
    ...differ('from', 'From', namesOf(one.from), namesOf(other.from)),
    ...differ('to', 'To', namesOf([...one.to, ...one.cc]), namesOf([...other.to, ...other.cc])),
    ...compareTexts(one.text, other.text),
    ...compareFiles(one, other),
    ...compareFields(left.fields, right.fields),
  ]
}

type Plain = 'subject' | 'date' | 'message-id' | 'from' | 'to'

const differ = (what: Plain, name: string, left: string | null, right: string | null): CopyDifference[] =>
  folded(left) === folded(right) ? [] : [{ what, name, left, right, expected: false }]

/** White space is what programs fold and unfold. */
const folded = (text: string | null): string | null => text?.replace(/\s+/gu, ' ').trim() ?? null

const namesOf = (people: readonly Person[]): string =>
  people
    .map(({ address }) => address.toLowerCase())
    .sort()
    .join(', ')

/** The words of the two texts; where they differ, the first place to the last, with a little around it. */
function compareTexts(left: string, right: string): CopyDifference[] {
  const [one, other] = [folded(left) ?? '', folded(right) ?? '']
  if (one === other) return []
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const excerpt = (text: string): string => {
    const from = Math.max(0, start - AROUND)
    const piece = text.slice(from, Math.min(text.length, text.length - end + AROUND))
    const cut = piece.length > LONGEST ? `${piece.slice(0, LONGEST)}…` : piece
    return `${from > 0 ? '…' : ''}${cut}`
  }
  return [{ what: 'text', name: '', left: excerpt(one), right: excerpt(other), expected: false }]
}

function compareFiles(left: ParsedMessage, right: ParsedMessage): CopyDifference[] {
  const hashes = (message: ParsedMessage) => new Set(message.attachments.map(({ sha256 }) => sha256))
  const [lefts, rights] = [hashes(left), hashes(right)]
  const of =
    (side: 'left' | 'right') =>
    (file: ParsedMessage['attachments'][number]): CopyDifference => ({
      what: 'attachment',
      name: file.fileName,
      left: side === 'left' ? file.sha256 : null,
      right: side === 'right' ? file.sha256 : null,
      expected: false,
    })
  return [
    ...left.attachments.filter(({ sha256 }) => !rights.has(sha256)).map(of('left')),
    ...right.attachments.filter(({ sha256 }) => !lefts.has(sha256)).map(of('right')),
  ]
}

function compareFields(left: readonly HeaderField[], right: readonly HeaderField[]): CopyDifference[] {
  const names = [...new Set([...left, ...right].map(({ name }) => name))].filter(
    (name) => !ELSEWHERE.has(name),
  )
  return names.flatMap((name) => {
    const [one, other] = [valuesIn(left, name), valuesIn(right, name)]
    if (folded(one) === folded(other)) return []
    return [
      { what: 'header' as const, name, left: cut(one), right: cut(other), expected: IN_TRANSIT.test(name) },
    ]
  })
}

function valuesIn(fields: readonly HeaderField[], name: string): string | null {
  const values = fields.filter((field) => field.name === name).map(({ value }) => value)
  return values.length === 0 ? null : values.join('\n')
}

const cut = (text: string | null): string | null =>
  text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
