import { ByteWindow } from './byte-window.ts'
import { endOfLine, isSeparator, LOOK_AHEAD } from './separator.ts'

/** A message as it lies in a mailbox file, `>From` quoting still in place. */
export interface RawMessage {
  /** Its `From ` line, without the line break; empty for what stands before the first. */
  readonly separator: string
  readonly bytes: Buffer
  /** Where its first header line starts in the file. */
  readonly offset: number
  /** The length was told by a `Content-Length` that leads exactly to the next message or the end (mboxcl, mboxcl2). */
  readonly counted: boolean
}

/** Above this a `Content-Length` is taken for a lie rather than waited for. */
const MAX_COUNTED = 1024 ** 3
/** A header that goes on longer has no count worth waiting for. */
const MAX_HEADER = 1024 ** 2
const NEEDLE = Buffer.from('\nFrom ')
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const LF = 0x0a
const CR = 0x0d

/** Behind one line break at `at`, or `at` itself. */
function afterBreak(bytes: Buffer, at: number): number {
  if (bytes[at] === LF) return at + 1
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at
}

function headerEnd(bytes: Buffer): number {
  for (let at = 0; at < bytes.length; at = endOfLine(bytes, at)) {
    const after = afterBreak(bytes, at)
    if (after > at) return after
  }
  return -1
}

function countedEnd(bytes: Buffer): number {
  const end = headerEnd(bytes)
  if (end === -1) return -1
  const header = bytes.toString('latin1', 0, Math.min(end, 64 * 1024))
  const count = /^content-length:\s*(\d{1,12})\s*$/im.exec(header)?.[1]
  return count === undefined || Number(count) > MAX_COUNTED ? -1 : end + Number(count)
}

/** Whether a message that ends at `end` is followed by the next one or by nothing. */
function endsAt(bytes: Buffer, end: number): boolean {
  if (end > bytes.length) return false
  let at = end
  for (let breaks = 0; breaks < 2; breaks += 1) at = afterBreak(bytes, at)
  return at >= bytes.length || isSeparator(bytes, at)
}

interface End {
  readonly at: number
  readonly counted: boolean
}

class MailboxSplitter {
  readonly #window = new ByteWindow()
  /** The `From ` line of the message being read; null between messages. */
  #separator: string | null = null
  /** Up to here the message was searched without finding its end. */
  #searched = 0
  /** Where its own count says it ends: undefined before its header is complete, -1 without a count. */
  #countedEnd: number | undefined

  add(chunk: Uint8Array): void {
    this.#window.append(chunk)
  }

  /** The next complete message; null where more octets are needed or, at the end, where none is left. */
  next(atEnd: boolean): RawMessage | null {
    while (this.#begin(atEnd)) {
      const end = this.#findCountedEnd(atEnd) ?? this.#search(atEnd)
      if (end === null) return null
      const message = this.#take(end)
      if (!/^\s*$/.test(message.bytes.toString('latin1', 0, 4096))) return message
    }
    return null
  }

  /** Passes blank lines and the `From ` line before a message; false where there are not octets enough to tell. */
  #begin(atEnd: boolean): boolean {
    const bytes = this.#window.bytes
    if (this.#separator !== null) return true
    if (bytes.length < (atEnd ? 1 : 2 * LOOK_AHEAD)) return false
    let at = this.#window.offset === 0 && bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0
    while (afterBreak(bytes, at) > at) at = afterBreak(bytes, at)
    const separated = isSeparator(bytes, at)
    const end = separated ? endOfLine(bytes, at) : 0
    this.#separator = separated ? bytes.toString('latin1', at, end).trimEnd() : ''
    this.#window.take(end)
    return true
  }

  /** The end that a `Content-Length` tells, if it holds; `null` to search for it, or while waiting for its octets. */
  #findCountedEnd(atEnd: boolean): End | null {
    const bytes = this.#window.bytes
    const headerIsComplete = atEnd || bytes.length > MAX_HEADER || headerEnd(bytes) !== -1
    this.#countedEnd ??= headerIsComplete ? countedEnd(bytes) : undefined
    const at = this.#countedEnd ?? -1
    if (at === -1 || (!atEnd && bytes.length < at + LOOK_AHEAD)) return null
    if (endsAt(bytes, at)) return { at, counted: true }
    this.#countedEnd = -1
    return null
  }

  /** The next separator; null while there is none yet, or while a count is still waited for. */
  #search(atEnd: boolean): End | null {
    const bytes = this.#window.bytes
    if (!atEnd && (this.#countedEnd ?? bytes.length) >= bytes.length - LOOK_AHEAD) return null
    for (let at = bytes.indexOf(NEEDLE, this.#searched); at !== -1; at = bytes.indexOf(NEEDLE, at + 1)) {
      if (!atEnd && bytes.length < at + LOOK_AHEAD) {
        this.#searched = at
        return null
      }
      if (isSeparator(bytes, at + 1)) return { at: at + 1, counted: false }
    }
    this.#searched = Math.max(0, bytes.length - NEEDLE.length)
    return atEnd ? { at: bytes.length, counted: false } : null
  }

  #take({ at, counted }: End): RawMessage {
    const message = { separator: this.#separator ?? '', offset: this.#window.offset, counted }
    const bytes = this.#window.take(at)
    this.#separator = null
    this.#searched = 0
    this.#countedEnd = undefined
    return { ...message, bytes: counted ? bytes : withoutBlankLine(bytes) }
  }
}

/** The blank line before the next `From ` line belongs to the mailbox, not to the message. */
function withoutBlankLine(bytes: Buffer): Buffer {
  let end = bytes.length
  if (bytes[end - 1] !== LF) return bytes
  const before = bytes[end - 2] === CR ? end - 2 : end - 1
  if (before > 0 && bytes[before - 1] === LF) end = before
  return bytes.subarray(0, end)
}

/** Cuts a mailbox into its messages. Memory holds one message and what was read ahead of it. */
export async function* splitRaw(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawMessage, void, undefined> {
  const splitter = new MailboxSplitter()
  for await (const chunk of chunks) {
    splitter.add(chunk)
    for (let message = splitter.next(false); message; message = splitter.next(false)) yield message
  }
  for (let message = splitter.next(true); message; message = splitter.next(true)) yield message
}
