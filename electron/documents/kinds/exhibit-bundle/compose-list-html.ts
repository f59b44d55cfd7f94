import { exhibitLink } from '../../pdf/bundle-plan.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import { type ColumnKey, composeList, type ExhibitList, type ListRow } from './compose-list.ts'
import type { ExhibitBundle, PageRange } from './model.ts'

const css = `
html { font-size: 8.5pt; line-height: 1.5 }
h1 { font-size: 20pt; line-height: 1.25; text-align: center; margin: 0; letter-spacing: .35em; text-indent: .35em }
h1 + h1, h1:lang(en) { font-size: 13pt; letter-spacing: .04em; text-indent: 0; margin-top: 1mm }
.addressee { font-size: 11pt; margin: 4mm 0 2mm }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 4mm; margin: 0 0 4mm }
dt { color: #555 } dd { margin: 0 }
table { width: calc(100% - 1pt); margin: 0 .5pt; table-layout: fixed; border-collapse: collapse; border: 1pt solid #222 }
th, td { border: .5pt solid #777; padding: 1.2mm 1.5mm; vertical-align: middle; text-align: left }
th { background: #ececec; text-align: center; font-weight: 700 }
tr { break-inside: avoid }
tbody tr:last-child { break-after: avoid }
p { margin: 0 }
p + p { color: #333; font-size: 7.5pt; margin-top: .6mm }
td.number, td.kind, td.originality, td.pages, td.copies { text-align: center }
td.number p:first-child { font-weight: 700 }
td.number, td.pages { white-space: nowrap }
.group { break-after: avoid }
.group td { background: #f6f6f6 }
.group .heading { font-weight: 700; color: #111; font-size: 9pt }
.group .purpose { color: #333; font-size: 8pt }
a { color: #1a3d7c; text-decoration: none }
.closing { break-inside: avoid; break-before: avoid; margin-top: 4mm }
.signature { margin: 5mm 0 0 auto; width: 118mm; display: grid; grid-template-columns: max-content 1fr; gap: 2mm 4mm; font-size: 9.5pt }
.signature dt { align-self: end }
.signature dd { border-bottom: .5pt solid #444; align-self: end; min-height: 6mm }
.signature dd.blank { min-height: 16mm }
`

/** The exhibit list as an HTML document, A4 landscape; every row links to its exhibit. */
export function composeListHtml(
  bundle: ExhibitBundle,
  pages: readonly PageRange[],
  pageCount: number,
): string {
  const list = composeList(bundle, pages, pageCount)
  const facts = list.facts
    .map((fact) => `<dt>${text(fact.label, ' ')}</dt><dd>${text(fact.value, '　')}</dd>`)
    .join('')
  return htmlPage({
    language: bundle.language === 'en' ? 'en-GB' : 'zh-CN',
    orientation: 'landscape',
    css,
    body: `
${list.title.map((line) => `<h1${/\p{Script=Han}/u.test(line) ? '' : ' lang="en"'}>${escapeHtml(line)}</h1>`).join('')}
<div class="addressee">${paragraphs(list.addressee)}</div>
<dl class="facts">${facts}</dl>
${tableOf(list)}
${closingOf(list)}`,
  })
}

function text(lines: readonly string[], between: string): string {
  return escapeHtml(lines.join(between))
}

function paragraphs(lines: readonly string[], name = ''): string {
  return lines.map((line) => `<p${name ? ` class="${name}"` : ''}>${escapeHtml(line)}</p>`).join('')
}

function tableOf(list: ExhibitList): string {
  const total = list.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = list.columns.map(
    (column) => `<col style="width:${((column.width / total) * 100).toFixed(3)}%">`,
  )
  const header = list.columns.map((column) => `<th>${paragraphs(column.header)}</th>`)
  return `<table><colgroup>${widths.join('')}</colgroup><thead><tr>${header.join('')}</tr></thead>
<tbody>${list.rows.map((row) => rowOf(row, list)).join('\n')}</tbody></table>`
}

const linked: readonly ColumnKey[] = ['number', 'title', 'pages']

function rowOf(row: ListRow, list: ExhibitList): string {
  if (row.kind === 'group') {
    return `<tr class="group"><td colspan="${list.columns.length}">${paragraphs(row.heading, 'heading')}${paragraphs(row.purpose, 'purpose')}</td></tr>`
  }
  const cells = list.columns.map(({ key }) => {
    const content = paragraphs(row.cells[key])
    const inside = linked.includes(key) ? `<a href="${exhibitLink}${row.index}">${content}</a>` : content
    return `<td class="${key}">${inside}</td>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function closingOf(list: ExhibitList): string {
  const entries = list.signature.map(({ label, value }) => {
    const blank = value.length === 0 ? ' class="blank"' : ''
    return `<dt>${text(label, ' ')}</dt><dd${blank}>${paragraphs(value)}</dd>`
  })
  return `<div class="closing">${paragraphs(list.summary)}<dl class="signature">${entries.join('')}</dl></div>`
}
