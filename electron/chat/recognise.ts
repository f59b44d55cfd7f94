import type { ChatFormat, ChatPreview } from '@bridge/model/chat.ts'
import { delimiterOf, firstLines } from './entries.ts'
import type { ExportCharset } from './export-charset.ts'
import { findColumns, tableRows } from './table.ts'
import { headReader, TEXT_FORMATS } from './text-formats.ts'

const SAMPLE_LINES = 600
const TABLE_ROWS = 40

export type Recognised = ChatPreview['recognised']

/** The formats that an export may have, the likeliest first; none where nobody knows it. */
export function recognise(bytes: Buffer, charset: ExportCharset): Recognised {
  const lines = firstLines(bytes, charset, SAMPLE_LINES)
  const found = TEXT_FORMATS.map((format) => ({ format: format as ChatFormat, ...countHeads(lines, format) }))
  const { columns, rowCount } = sampleTable(bytes, charset)
  if (columns) found.push({ format: 'table', heads: rowCount, confidence: 0.95 })
  const most = Math.max(0, ...found.map(({ heads }) => heads))
  return found
    .filter(({ heads, confidence }) => heads > 0 && heads >= most / 4 && confidence > 0.2)
    .sort((a, b) => b.confidence * b.heads - a.confidence * a.heads || rank(a.format) - rank(b.format))
    .map(({ format, confidence }) => ({ format, confidence: Math.round(confidence * 100) / 100 }))
}

/** Those with a frame of their own before those that any line with a time fits. */
const RANKS: readonly ChatFormat[] = [
  'whatsapp-ios',
  'whatsapp-android',
  'aliwangwang',
  'table',
  'wechat-days',
]
const rank = (format: ChatFormat): number =>
  (RANKS.indexOf(format) + RANKS.length) % RANKS.length || RANKS.length

function countHeads(lines: readonly string[], format: (typeof TEXT_FORMATS)[number]) {
  const read = headReader(format)
  let heads = 0
  let dated = 0
  let before = 0
  for (const line of lines) {
    const head = read(line)
    if (head === null || head === 'divider') {
      if (heads === 0 && line.trim() !== '') before += 1
      continue
    }
    heads += 1
    if (head.moment) dated += 1
  }
  // Without any time a name and a colon are all there is: anything may look so.
  const trust = format === 'wechat-untimed' ? 0.4 : heads === 0 ? 0 : dated / heads
  return { heads, confidence: heads === 0 ? 0 : (heads / (heads + before)) * trust }
}

/** The columns of a table with its first rows. */
export function sampleTable(bytes: Buffer, charset: ExportCharset) {
  const delimiter = delimiterOf(bytes, charset)
  const rows: string[][] = []
  if (delimiter !== null)
    for (const row of tableRows(
      firstLines(bytes, charset, SAMPLE_LINES).map((text) => ({ offset: 0, text })),
      delimiter,
    ))
      if ('cells' in row && rows.push(row.cells) >= TABLE_ROWS) break
  return { ...findColumns(rows), rows, rowCount: rows.length, delimiter }
}
