import type { ChatLine, ChatOptions, ChatPreview, DateOrder, UnreadLine } from '@bridge/model/chat.ts'
import { OrderEvidence } from './date-order.ts'
import { type Entry, type EntrySettings, entriesOf } from './entries.ts'
import { findExportCharset } from './export-charset.ts'
import { kindOf } from './kind-of.ts'
import { recognise, sampleTable } from './recognise.ts'
import { readIn } from './written-moment.ts'
import { type ZoneClock, zoneClock } from './zone-clock.ts'

const SHOWN_LINES = 12
const SHOWN_UNREAD = 200
const SHOWN_SPEAKERS = 200
const SHOWN_ROWS = 6
const SHOWN_LENGTH = 400
const MINUTE_MS = 60_000

/** One thing that an export holds. */
export type ChatItem = ChatLine | { unread: UnreadLine }

/** How an export would be read with what is stated; what is not is found, and shown. */
export function previewChat(bytes: Buffer, options: ChatOptions): ChatPreview {
  const charset = findExportCharset(bytes, options.charset)
  const recognised = recognise(bytes, charset)
  const format = options.format ?? recognised[0]?.format ?? null
  const sample = sampleTable(bytes, charset)
  const columns = options.columns ?? sample.columns
  const settings = { charset, columns, pattern: options.pattern }
  const tally = new Tally(options)
  if (format) tally.count(bytes, { ...settings, format })
  return {
    format,
    recognised,
    charset: charset.charset.codec,
    charsetGuessed: charset.guessed,
    ...tally.result,
    table:
      sample.delimiter === null
        ? null
        : { columns, hasHeading: sample.hasHeading, rows: sample.rows.slice(0, SHOWN_ROWS).map(cutCells) },
  }
}

/** Every line of an export, read as the preview was: all that was found is stated by now. */
export function* readChat(bytes: Buffer, options: ChatOptions): Generator<ChatItem> {
  const { format, columns, pattern, dateOrder, zone } = options
  if (!format) return
  const clock = zone === null ? undefined : zoneClock(zone)
  const charset = findExportCharset(bytes, options.charset)
  for (const entry of entriesOf(bytes, { charset, format, columns, pattern }))
    yield 'unread' in entry ? entry : toLine(entry, dateOrder, clock)
}

function toLine(entry: Entry, order: DateOrder | null, clock: ZoneClock | undefined): ChatLine {
  const { offset, speaker, raw, moment, text } = entry
  const local = moment && order && readIn(moment, order)
  const zoneMinutes = local ? (moment.zoneMinutes ?? clock?.(local.ms) ?? null) : null
  const isKnown = local !== null && zoneMinutes !== null
  return {
    offset,
    speaker,
    raw,
    local: local?.text ?? null,
    at: isKnown ? `${new Date(local.ms - zoneMinutes * MINUTE_MS).toISOString().slice(0, 19)}Z` : null,
    zoneMinutes,
    text: text.replace(/^\u200e/u, ''),
    kind: kindOf(speaker, text),
  }
}

type Counted = Omit<ChatPreview, 'format' | 'recognised' | 'charset' | 'charsetGuessed' | 'table'>

/** What is told of a whole file while it passes by once. */
class Tally {
  readonly #options: ChatOptions
  readonly #evidence = new OrderEvidence()
  readonly #speakers = new Map<string, number>()
  readonly #first: Entry[] = []
  readonly #last: Entry[] = []
  readonly #unread: UnreadLine[] = []
  readonly #counts = { lines: 0, said: 0, system: 0, media: 0, undated: 0, unread: 0 }
  #damaged = 0

  constructor(options: ChatOptions) {
    this.#options = options
  }

  count(bytes: Buffer, settings: EntrySettings): void {
    for (const entry of entriesOf(bytes, settings)) {
      const text = 'unread' in entry ? entry.unread.text : entry.text
      if (text.includes('\uFFFD')) this.#damaged += 1
      if ('unread' in entry) this.#noteUnread(entry.unread)
      else this.#note(entry)
    }
  }

  #noteUnread({ offset, text }: UnreadLine): void {
    this.#counts.unread += 1
    if (this.#unread.length < SHOWN_UNREAD) this.#unread.push({ offset, text: cut(text) })
  }

  #note(entry: Entry): void {
    this.#counts.lines += 1
    this.#counts[kindOf(entry.speaker, entry.text)] += 1
    if (entry.moment) {
      this.#evidence.note(entry.moment, entry.raw ?? '')
    } else this.#counts.undated += 1
    if (entry.speaker !== null)
      this.#speakers.set(entry.speaker, (this.#speakers.get(entry.speaker) ?? 0) + 1)
    if (this.#first.length < SHOWN_LINES) this.#first.push(entry)
    else if (this.#last.push(entry) > SHOWN_LINES) this.#last.shift()
  }

  get result(): Counted {
    const { possible, likely, ambiguous } = this.#evidence.finding
    const dateOrder = this.#options.dateOrder ?? likely
    const { zone } = this.#options
    const clock = zone === null ? undefined : zoneClock(zone)
    const shown = (entry: Entry): ChatLine => {
      const line = toLine(entry, dateOrder, clock)
      return { ...line, text: cut(line.text) }
    }
    const undated = this.#counts.undated + (dateOrder ? this.#evidence.invalidIn(dateOrder) : 0)
    return {
      damagedCount: this.#damaged,
      dateOrder,
      dateOrders: possible,
      ambiguous,
      speakers: [...this.#speakers]
        .sort((a, b) => b[1] - a[1])
        .slice(0, SHOWN_SPEAKERS)
        .map(([name, lineCount]) => ({ name, lineCount })),
      counts: { ...this.#counts, undated },
      first: this.#first.map(shown),
      last: this.#last.map(shown),
      unread: this.#unread,
    }
  }
}

const cut = (text: string): string => (text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text)
const cutCells = (cells: readonly string[]): string[] => cells.slice(0, 20).map((cell) => cell.slice(0, 80))
