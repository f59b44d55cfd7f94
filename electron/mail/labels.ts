import { findField, type HeaderBlock, readHeaderBlock } from './header/header-block.ts'
import { readText } from './header/header-text.ts'
import { locateMessage } from './locate-message.ts'
import { mapiKindOf } from './open-mapi.ts'
import { startReading } from './reading.ts'
import { sourceOf } from './source.ts'

/** Flags as IMAP names them (RFC 9051 2.3.2): one name for what each mail program calls otherwise. */
const FLAG = {
  seen: '\\Seen',
  answered: '\\Answered',
  flagged: '\\Flagged',
  draft: '\\Draft',
  deleted: '\\Deleted',
  forwarded: '$Forwarded',
} as const

/** A letter each behind the name of a file of a Maildir, `:2,` before them (`!2,` or `;2,` where a colon may not stand). */
const MAILDIR: Readonly<Record<string, string>> = {
  S: FLAG.seen,
  R: FLAG.answered,
  F: FLAG.flagged,
  D: FLAG.draft,
  T: FLAG.deleted,
  P: FLAG.forwarded,
}

/** A letter each in `Status` and `X-Status` of a mailbox file (mutt, Dovecot). */
const MBOX: Readonly<Record<string, string>> = {
  R: FLAG.seen,
  A: FLAG.answered,
  F: FLAG.flagged,
  T: FLAG.draft,
  D: FLAG.deleted,
}

/** Bits of `X-Mozilla-Status` (nsMsgMessageFlags.h) and of the flags Apple Mail keeps behind the message. */
const MOZILLA: ReadonlyArray<readonly [number, string]> = [
  [0x1, FLAG.seen],
  [0x2, FLAG.answered],
  [0x4, FLAG.flagged],
  [0x8, FLAG.deleted],
  [0x1000, FLAG.forwarded],
]
const APPLE: ReadonlyArray<readonly [number, string]> = [
  [0x1, FLAG.seen],
  [0x2, FLAG.deleted],
  [0x4, FLAG.answered],
  [0x10, FLAG.flagged],
  [0x40, FLAG.draft],
  [0x100, FLAG.forwarded],
]

const lettersOf = (letters: string, names: Readonly<Record<string, string>>): string[] =>
  [...letters].flatMap((letter) => names[letter] ?? [])

const bitsOf = (bits: number, names: typeof MOZILLA): string[] =>
  names.flatMap(([bit, name]) => ((bits & bit) === 0 ? [] : name))

function textOf(header: HeaderBlock, name: string): string {
  const field = findField(header, name)
  return field ? readText(field, startReading()).trim() : ''
}

/** Labels of Gmail, as its export writes them: in one field, separated by commas, quoted where they hold one. */
function gmailLabels(header: HeaderBlock): string[] {
  const text = textOf(header, 'x-gmail-labels')
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)]
    .map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())
    .filter((label) => label !== '')
}

function mailboxFlags(header: HeaderBlock): string[] {
  const mozilla = textOf(header, 'x-mozilla-status')
  const letters = textOf(header, 'status') + textOf(header, 'x-status')
  return [
    ...(/^[RAFTDONU]{1,8}$/.test(letters) ? lettersOf(letters, MBOX) : []),
    ...(/^[\da-f]{4}$/i.test(mozilla) ? bitsOf(Number.parseInt(mozilla, 16), MOZILLA) : []),
  ]
}

/** The flags Apple Mail keeps in a property list behind the message. */
function appleFlags(behind: Buffer): string[] {
  if (!/^\s*<\?xml/.test(behind.toString('latin1', 0, 200))) return []
  const [, number] =
    /<key>flags<\/key>\s*<integer>(\d{1,20})<\/integer>/.exec(behind.toString('latin1', 0, 65_536)) ?? []
  return number === undefined ? [] : bitsOf(Number(BigInt(number) & 0xffff_ffffn), APPLE)
}

/**
 * What a mailbox says of a message: labels as they stand, flags as IMAP names them, each once. They are no part of what was
 * sent: whoever kept the message set them, at whatever time. Never throws.
 */
export function labelsOf(bytes: Buffer, fileName: string): string[] {
  const [, maildir = ''] = /[:;!]2,([A-Za-z]{0,20})$/.exec(fileName) ?? []
  const found = lettersOf(maildir, MAILDIR)
  if (mapiKindOf(bytes) !== null) return found
  try {
    const source = sourceOf(bytes)
    const { start, end } = locateMessage(source)
    const header = readHeaderBlock(source, start, end)
    found.push(...gmailLabels(header), ...mailboxFlags(header), ...appleFlags(source.bytes.subarray(end)))
  } catch {
    // A header beyond the limits is noted by the reading itself.
  }
  return [...new Set(found)]
}
