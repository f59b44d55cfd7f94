import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { zipSync } from 'fflate'
import { sniffFile } from '../../../electron/documents/pdf/sniff-file.ts'
import { openZip } from '../../../electron/features/exhibits/open-zip.ts'
import { openContent, openLabel, sealFile } from '../../../electron/files/evb1.ts'
import { htmlToText } from '../../../electron/mail/body/html-to-text.ts'
import { sanitiseHtml } from '../../../electron/mail/body/sanitise-html.ts'
import { decodeText } from '../../../electron/mail/charset/decode-text.ts'
import { readAddresses } from '../../../electron/mail/header/addresses.ts'
import { decodeWords } from '../../../electron/mail/header/encoded-words.ts'
import { readHeaderBlock } from '../../../electron/mail/header/header-block.ts'
import { unfold } from '../../../electron/mail/header/header-text.ts'
import { readMessageId, readMessageIds } from '../../../electron/mail/header/message-ids.ts'
import { readMimeValue, readParameter } from '../../../electron/mail/header/mime-parameters.ts'
import { readDate } from '../../../electron/mail/header/written-date.ts'
import { splitMbox } from '../../../electron/mail/mbox/split-mbox.ts'
import { readBody } from '../../../electron/mail/read-body.ts'
import { readMessage } from '../../../electron/mail/read-message.ts'
import { readPart } from '../../../electron/mail/read-part.ts'
import { startReading } from '../../../electron/mail/reading.ts'
import { decompressRtf } from '../../../electron/mail/rtf/decompress-rtf.ts'
import { readRtf } from '../../../electron/mail/rtf/read-rtf.ts'
import { kindByContent } from '../../../electron/mail/sniff-kind.ts'
import { sourceOf } from '../../../electron/mail/source.ts'
import { decodeContent } from '../../../electron/mail/structure/decode-content.ts'
import { decodeUu } from '../../../electron/mail/structure/decode-uu.ts'
import { safeFileName } from '../../../electron/mail/structure/safe-file-name.ts'
import { UnreadableError } from '../../../electron/mail/unreadable-error.ts'
import { Fault } from '../../../electron/platform/fault.ts'
import { parseKeyring } from '../../../electron/vault/keyring-format.ts'
import type { Seeded } from '../../durability/seeded.ts'
import { htmlOf, vectorsOf } from '../html/vectors.ts'
import { composeMail } from './grammar.ts'
import { harmIn } from './harm.ts'
import { mutate } from './mutate.ts'
import {
  ADDRESS_LINES,
  DATE_LINES,
  ID_LINES,
  MAILS,
  MSGS,
  RTFS,
  SUBJECT_LINES,
  TEXTS,
  TNEFS,
  TYPE_LINES,
} from './seeds.ts'

/** One reader of foreign bytes, the inputs made for it, and what must hold of its reading. */
export interface FuzzedReader {
  readonly name: string
  /** How many inputs of a hundred it gets. */
  readonly share: number
  make(chance: Seeded): Buffer
  /** Reads; the same bytes must give the same. @throws Error where the reading breaks a promise. */
  read(bytes: Buffer): unknown
}

const noImages = { find: () => null }
const LIMITS = { m: [47_104, 1_048_576], t: [1, 10], p: [1, 4] } as const
const CHARSETS = [
  'utf-8',
  'gb18030',
  'big5',
  'iso-2022-jp',
  'iso-2022-kr',
  'hz-gb-2312',
  'utf-7',
  'utf-16le',
  'shift_jis',
  'euc-kr',
  'nonsense',
  null,
]

function promise(kept: boolean, what: string): void {
  if (!kept) throw new Error(`broken promise: ${what}`)
}

function readWholeMessage(bytes: Buffer): unknown {
  const result = readMessage(bytes)
  if (!result.ok) {
    promise(result.reason !== 'READER_FAILED', 'a message never fails its reader')
    return result
  }
  const body = readBody(bytes)
  const parts = result.message.attachments.map(({ partPath, sizeBytes, sha256 }) => {
    const part = readPart(bytes, partPath)
    promise(part?.bytes.length === sizeBytes, 'a part has the size that was told')
    promise(part !== null && hash('sha256', part.bytes) === sha256, 'a part has the hash that was told')
    return part
  })
  if (body.html !== null) promise(harmIn(body.html) === null, `harmless HTML: ${harmIn(body.html)}`)
  return { result, body, parts }
}

async function splitAll(bytes: Buffer): Promise<unknown> {
  const messages: Buffer[] = []
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97)
  }
  for await (const message of splitMbox(chunks)) {
    promise(message.offset <= bytes.length, 'an offset lies in the file')
    messages.push(Buffer.from(message.bytes))
  }
  promise(messages.reduce((sum, { length }) => sum + length, 0) <= bytes.length, 'nothing is invented')
  return messages
}

const KEY = Buffer.alloc(32, 7)
const sealed = Buffer.concat([
  ...sealFile(KEY, { sha256: 'a'.repeat(64), name: 'a.eml' }, Buffer.from('From: a@b\r\n\r\nx')),
])
const zip = Buffer.from(zipSync({ 'a.txt': Buffer.from('abc'), 'b/c.json': Buffer.from('{}') }))
const KEYRINGS = [
  Buffer.from('{"check":"00","format":"redchop-keyring","kdf":{"m":65536,"p":1,"t":3},"version":1}'),
  Buffer.from('{"version":2}'),
  Buffer.from('[]'),
]
const HTML = vectorsOf(600).map((vector) => Buffer.from(htmlOf(vector, 'evil.test')))

async function openSealed(bytes: Buffer): Promise<unknown> {
  const label = openLabel(KEY, bytes)
  const content = await openContent(KEY, bytes, () => Promise.resolve())
  // Label and content are sealed apart: a file is whole only where both open.
  promise(!(label && content) || bytes.equals(sealed), 'altered files do not open')
  return { label, content }
}

function sanitise(bytes: Buffer): unknown {
  const dirty = bytes.toString()
  const { html } = sanitiseHtml(dirty, noImages)
  promise(harmIn(html) === null, `harmless HTML: ${harmIn(html)}`)
  return [html, htmlToText(dirty)]
}

function nameOf(bytes: Buffer): string {
  const name = safeFileName(bytes.toString())
  promise(
    Buffer.byteLength(name) <= 120 && !/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name),
    'a safe name',
  )
  return name
}

/** What every charset makes of the bytes. */
const decodeAll = (bytes: Buffer): unknown =>
  CHARSETS.map((label) => decodeText(bytes, label, startReading()))

const text = (bytes: Buffer): string => bytes.toString('latin1')
const from =
  (seeds: readonly Buffer[]): FuzzedReader['make'] =>
  (chance) =>
    mutate(seeds, chance)

/** All readers; the shares add up to a hundred. */
export const READERS: readonly FuzzedReader[] = [
  { name: 'message', share: 6, make: from(MAILS), read: readWholeMessage },
  {
    name: 'composed message',
    share: 6,
    make: (chance) => (chance.chance(0.5) ? composeMail(chance) : mutate([composeMail(chance)], chance)),
    read: readWholeMessage,
  },
  { name: 'msg', share: 4, make: from(MSGS), read: readWholeMessage },
  { name: 'tnef', share: 4, make: from(TNEFS), read: readWholeMessage },
  { name: 'rtf', share: 2, make: from(RTFS), read: (bytes) => [readRtf(bytes), decompressRtf(bytes)] },
  {
    name: 'header block',
    share: 8,
    make: from(MAILS),
    read: (bytes) => {
      const block = readHeaderBlock(sourceOf(bytes), 0, bytes.length)
      return block.fields.map((field) => unfold(field, startReading()))
    },
  },
  {
    name: 'encoded words',
    share: 10,
    make: from(SUBJECT_LINES),
    read: (bytes) => decodeWords(text(bytes), startReading()),
  },
  {
    name: 'addresses',
    share: 8,
    make: from(ADDRESS_LINES),
    read: (bytes) => readAddresses(text(bytes), startReading()),
  },
  {
    name: 'parameters',
    share: 9,
    make: from(TYPE_LINES),
    read: (bytes) => {
      const value = readMimeValue(text(bytes))
      return ['charset', 'name', 'filename', 'boundary'].map((name) =>
        readParameter(value, name, startReading()),
      )
    },
  },
  { name: 'dates', share: 4, make: from(DATE_LINES), read: (bytes) => readDate(text(bytes)) },
  {
    name: 'message ids',
    share: 4,
    make: from(ID_LINES),
    read: (bytes) => [readMessageId(text(bytes)), readMessageIds(text(bytes))],
  },
  { name: 'charsets', share: 6, make: from(TEXTS), read: decodeAll },
  {
    name: 'transfer encodings',
    share: 5,
    make: from([...MAILS, ...TEXTS]),
    read: (bytes) => [
      ...['base64', 'quoted-printable', 'x-uuencode', '7bit'].map((encoding) =>
        decodeContent(bytes, encoding, startReading()),
      ),
      decodeUu(bytes),
    ],
  },
  {
    name: 'mailbox',
    share: 4,
    make: (chance) =>
      Buffer.concat(
        Array.from({ length: 1 + chance.whole(3) }, () =>
          Buffer.concat([
            Buffer.from('From a@b Mon Jan  1 00:00:00 2024\n'),
            mutate(MAILS, chance).subarray(0, 2_000),
            Buffer.from('\n\n'),
          ]),
        ),
      ),
    read: splitAll,
  },
  { name: 'sanitiser', share: 6, make: from(HTML), read: sanitise },
  { name: 'file names', share: 7, make: from([...SUBJECT_LINES, ...TEXTS]), read: nameOf },
  {
    name: 'kinds of file',
    share: 2,
    make: from([...MAILS, zip, sealed]),
    read: (bytes) => [kindByContent(bytes.subarray(0, 4096), 'a'), sniffFile(bytes)],
  },
  { name: 'keyring', share: 2, make: from(KEYRINGS), read: (bytes) => parseKeyring(bytes, LIMITS) },
  { name: 'sealed file', share: 2, make: from([sealed]), read: openSealed },
  {
    name: 'ZIP',
    share: 1,
    make: from([zip]),
    read: async (bytes) => {
      const opened = openZip(bytes)
      if (!opened) return undefined
      return [
        ...opened.files.keys(),
        await Promise.all([...opened.files.values()].map((file) => file.read())),
      ]
    },
  },
]

async function outcome(reader: FuzzedReader, bytes: Buffer): Promise<unknown> {
  try {
    return await reader.read(bytes)
  } catch (error) {
    // Declared ends of a reading; anything else is a crash.
    if (error instanceof UnreadableError) return error.reason
    if (error instanceof Fault) return error.code
    throw error
  }
}

/**
 * One input, read, every fourth time twice.
 * @throws Error where the reader crashes, alters its input or reads the same bytes differently.
 */
export async function tryInput(reader: FuzzedReader, bytes: Buffer, isTwice: boolean): Promise<void> {
  const before = hash('sha256', bytes)
  const first = await outcome(reader, bytes)
  promise(hash('sha256', bytes) === before, 'the bytes stay as they came')
  if (isTwice) promise(isDeepStrictEqual(await outcome(reader, bytes), first), 'the same bytes give the same')
}
