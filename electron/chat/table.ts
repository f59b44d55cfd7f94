import type { ChatColumns } from '@bridge/model/chat.ts'
import type { Head } from './head.ts'
import type { PhysicalLine } from './physical-lines.ts'
import { type Moment, parseMoment } from './written-moment.ts'

export interface TableRow {
  offset: number
  cells: string[]
}

/** A row that is not closed by then has lost a quotation mark, and must not swallow the rest. */
const ROW_LINES = 500
const ROW_LENGTH = 1024 ** 2
const CELLS = 100
const DELIMITERS = [',', '\t', ';', '|'] as const

/** The sign between the cells: the one that cuts the first rows most evenly; null where none does. */
export function findDelimiter(texts: readonly string[]): string | null {
  const lines = texts.map((text) => ({ offset: 0, text: text.slice(0, 5_000) }))
  const cut = DELIMITERS.map((sign) => {
    const rows = [...tableRows(lines, sign)].flatMap((row) => ('cells' in row ? [row.cells.length] : []))
    const [width = 1] = rows
    const share = width < 2 ? 0 : rows.filter((count) => count === width).length / rows.length
    return { sign, share, width }
  })
  const [best] = cut.sort((a, b) => b.share - a.share || b.width - a.width)
  return best && best.share >= 0.6 ? best.sign : null
}

/** Rows of a table (RFC 4180, with any delimiter); lines of a row that never closes come back as they are. */
export function* tableRows(
  lines: Iterable<PhysicalLine>,
  delimiter: string,
): Generator<TableRow | { unread: PhysicalLine }> {
  let open: PhysicalLine[] = []
  let length = 0
  let closed = true
  for (const line of lines) {
    open.push(line)
    length += line.text.length
    closed = isClosedAfter(line.text, delimiter, closed)
    if (!closed && open.length < ROW_LINES && length < ROW_LENGTH) continue
    yield* closed ? rowOf(open, delimiter) : open.map((unread) => ({ unread }))
    open = []
    length = 0
    closed = true
  }
  yield* open.map((unread) => ({ unread }))
}

/** Whether no quoted cell is open behind a line. A mark counts where it begins a cell, or where its cell began with one. */
function isClosedAfter(text: string, delimiter: string, wasClosed: boolean): boolean {
  for (let from = wasClosed ? 0 : -1; ; ) {
    const isQuoted = from < 0 || text[from] === '"'
    const quoted = isQuoted ? endOfQuoted(text, from) : from
    if (quoted < 0) return false
    const end = text.indexOf(delimiter, quoted)
    if (end < 0) return true
    from = end + 1
  }
}

function rowOf(open: readonly PhysicalLine[], delimiter: string): TableRow[] {
  const text = open.map((line) => line.text).join('\n')
  return text.trim() === '' ? [] : [{ offset: open[0]?.offset ?? 0, cells: cellsOf(text, delimiter) }]
}

function cellsOf(text: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let from = 0; from <= text.length && cells.length < CELLS; ) {
    const quoted = text[from] === '"' ? endOfQuoted(text, from) : -1
    const end = text.indexOf(delimiter, Math.max(from, quoted))
    const stop = end < 0 ? text.length : end
    const written = text.slice(from, stop)
    cells.push(
      quoted < 0
        ? written
        : `${text.slice(from + 1, quoted).replaceAll('""', '"')}${text.slice(quoted + 1, stop)}`,
    )
    from = stop + 1
  }
  return cells
}

/** Where the closing mark stands; -1 where the cell only begins with one. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at
    at += 1
  }
  return -1
}

const HEADINGS: Record<keyof ChatColumns, RegExp> = {
  date: /^(?:date|日期)$/iu,
  time: /^(?:str_?time|date ?_?time|time(?:stamp)?|create_?time|sent(?: ?_?at)?|message ?date|时间|发送时间|消息时间|聊天时间|时间戳)(?:\(.{1,40}\))?$/iu,
  speaker:
    /^(?:nick_?name|sender(?:_?name)?|from(?:_?name|_?nickname)?|speaker|author|name|user(?:name)?|talker|remark|发送人|发送者|发言人|昵称|姓名|用户名|发信人|备注)$/iu,
  text: /^(?:str_?content|content|message|text|body|msg|内容|消息|消息内容|聊天内容|正文|信息)$/iu,
}

/** Which column holds what, by its heading, else by what stands in it; null where no column holds times. */
export function findColumns(rows: readonly string[][]): { columns: ChatColumns | null; hasHeading: boolean } {
  const named = columnsNamed(rows[0] ?? [])
  if (named) return { columns: named, hasHeading: true }
  // Headings that nobody knows, or a line whose time cannot be read: it says nothing of the columns.
  const body = rows.slice((rows[0] ?? []).some((cell) => momentInCell(cell)) ? 0 : 1)
  const width = Math.max(0, ...body.map((row) => row.length))
  const share = (at: number) =>
    body.filter((row) => momentInCell(row[at] ?? '')).length / Math.max(1, body.length)
  const time = Array.from({ length: width }, (_, at) => at).find((at) => share(at) >= 0.6)
  if (time === undefined || width < 3) return { columns: null, hasHeading: false }
  const others = Array.from({ length: width }, (_, at) => at).filter((at) => at !== time)
  const meanLength = (at: number) => body.reduce((sum, row) => sum + (row[at] ?? '').length, 0)
  const text = others.reduce((best, at) => (meanLength(at) > meanLength(best) ? at : best), others[0] ?? 0)
  const speaker = others.find((at) => at !== text) ?? 0
  return { columns: { time, date: null, speaker, text }, hasHeading: false }
}

/** The columns that a row of headings names; null where it is none. */
export function columnsNamed(heading: readonly string[]): ChatColumns | null {
  const at = (key: keyof ChatColumns): number => {
    // Of several that fit, the earlier word of the list: StrTime says more than CreateTime.
    const fitting = heading.flatMap((cell, place) => (HEADINGS[key].test(cell.trim()) ? [place] : []))
    return fitting.find((place) => /^(?:str|nick|昵称)/iu.test(heading[place] ?? '')) ?? fitting[0] ?? -1
  }
  const [date, time, speaker, text] = [at('date'), at('time'), at('speaker'), at('text')]
  if (speaker < 0 || text < 0 || (time < 0 && date < 0)) return null
  return time < 0
    ? { time: date, date: null, speaker, text }
    : { time, date: date < 0 ? null : date, speaker, text }
}

/** The line of the chat that a row is; null where it lacks the column of the words. */
export function headOfRow(cells: readonly string[], columns: ChatColumns): Head | null {
  const text = cells[columns.text]
  if (text === undefined) return null
  const time = (cells[columns.time] ?? '').trim()
  const raw = columns.date === null ? time : `${(cells[columns.date] ?? '').trim()} ${time}`
  const speaker = (cells[columns.speaker] ?? '').trim()
  return { raw: raw === '' ? null : raw, moment: momentInCell(raw), speaker: speaker || null, text }
}

/** A moment, or seconds or milliseconds since 1970, which are in UTC by themselves. */
function momentInCell(cell: string): Moment | null {
  const trimmed = cell.trim()
  if (!/^1\d{9}(?:\d{3})?$/u.test(trimmed)) return parseMoment(trimmed)
  const date = new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1))
  return {
    numbers: [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
    digits: [0, 0, 0],
    ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
    zoneMinutes: 0,
  }
}
