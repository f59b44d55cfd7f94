import type { ChatColumns, ChatFormat } from '@bridge/model/chat.ts'
import type { ExportCharset } from './export-charset.ts'
import type { Head, HeadReader } from './head.ts'
import { patternReader } from './pattern.ts'
import { type PhysicalLine, physicalLines } from './physical-lines.ts'
import { columnsNamed, findDelimiter, headOfRow, tableRows } from './table.ts'
import { headReader } from './text-formats.ts'

/** A line of the chat as it stands in the file, before anybody says what its time means. */
export interface Entry extends Head {
  offset: number
}

export type EntryOrUnread = Entry | { unread: PhysicalLine }

export interface EntrySettings {
  charset: ExportCharset
  format: ChatFormat
  columns: ChatColumns | null
  pattern: string | null
}

/** A longer text is cut: nobody typed it into a chat. */
const TEXT_LENGTH = 1_000_000

/** The entries of an export in order. What stands before the first one, or in no row of a table, comes back unread. */
export function* entriesOf(bytes: Buffer, settings: EntrySettings): Generator<EntryOrUnread> {
  const lines = physicalLines(bytes, settings.charset)
  const { format, columns, pattern } = settings
  if (format === 'table') {
    if (columns) yield* tableEntries(lines, delimiterOf(bytes, settings.charset) ?? ',', columns)
    return
  }
  const read = format === 'pattern' ? patternReader(pattern ?? '') : headReader(format)
  if (read) yield* textEntries(lines, read)
}

export function delimiterOf(bytes: Buffer, charset: ExportCharset): string | null {
  return findDelimiter(firstLines(bytes, charset, 40))
}

export function firstLines(bytes: Buffer, charset: ExportCharset, count: number): string[] {
  const texts: string[] = []
  for (const { text } of physicalLines(bytes, charset)) {
    if (texts.push(text) >= count) break
  }
  return texts
}

function* textEntries(lines: Iterable<PhysicalLine>, read: HeadReader): Generator<EntryOrUnread> {
  let open: { entry: Entry; texts: string[]; length: number } | null = null
  const closed = ({ entry, texts }: NonNullable<typeof open>): Entry => ({
    ...entry,
    text: texts.join('\n').replace(/^\n+/u, '').trimEnd(),
  })
  for (const { offset, text } of lines) {
    const head = read(text)
    if (head === null) {
      if (open) {
        if (open.length < TEXT_LENGTH) open.texts.push(text.slice(0, TEXT_LENGTH - open.length))
        open.length += text.length + 1
      } else if (text.trim() !== '') yield { unread: { offset, text } }
      continue
    }
    if (open) yield closed(open)
    open =
      head === 'divider' ? null : { entry: { offset, ...head }, texts: [head.text], length: head.text.length }
  }
  if (open) yield closed(open)
}

function* tableEntries(
  lines: Iterable<PhysicalLine>,
  delimiter: string,
  columns: ChatColumns,
): Generator<EntryOrUnread> {
  let isFirst = true
  for (const row of tableRows(lines, delimiter)) {
    if ('unread' in row) {
      if (row.unread.text.trim() !== '') yield row
      continue
    }
    const head = headOfRow(row.cells, columns)
    const isHeading = isFirst && head?.moment === null && columnsNamed(row.cells) !== null
    isFirst = false
    if (isHeading) continue
    if (head) yield { offset: row.offset, ...head, text: head.text.slice(0, TEXT_LENGTH).trimEnd() }
    else yield { unread: { offset: row.offset, text: row.cells.join(delimiter) } }
  }
}
