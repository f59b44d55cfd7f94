import { BEIJING_MINUTES, dayWritten } from '@bridge/model/day-written.ts'
import { BASIS_KINDS, IDENTITY_KINDS, SIDES } from '@bridge/model/identity.ts'
import { z } from 'zod'
import resource from '../../../../resources/wording/identity-table.json' with { type: 'json' }
import { fill } from '../../fill-template.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import { sayDay } from '../../say-day.ts'
import type { IdentityRow, IdentityTable } from './model.ts'

const inBoth = z.object({ zh: z.string(), en: z.string() })
type InBoth = z.infer<typeof inBoth>
const COLUMNS = ['number', 'address', 'side', 'company', 'person', 'seen', 'bases'] as const

const words = z
  .object({
    version: z.int(),
    title: inBoth,
    intro: inBoth,
    facts: z.object({ matter: inBoth, client: inBoth, counterparty: inBoth, contract: inBoth }),
    columns: z.record(z.enum(COLUMNS), inBoth),
    seen: z.object({ sent: inBoth, between: inBoth }),
    noBasis: inBoth,
    shownBy: inBoth,
    noSubject: inBoth,
    note: inBoth,
    side: z.record(z.enum(SIDES), inBoth),
    kind: z.record(z.enum(IDENTITY_KINDS), inBoth),
    basis: z.record(z.enum(BASIS_KINDS), inBoth),
  })
  .parse(resource)

const css = `
html { font-size: 8.5pt; line-height: 1.5 }
h1 { font-size: 18pt; line-height: 1.25; text-align: center; margin: 0; letter-spacing: .2em; text-indent: .2em }
h1:lang(en) { font-size: 13pt; letter-spacing: .04em; text-indent: 0 }
.intro { margin: 3mm 0 }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 4mm; margin: 0 0 4mm }
dt { color: #555 } dd { margin: 0 }
table { width: calc(100% - 1pt); margin: 0 .5pt; table-layout: fixed; border-collapse: collapse; border: 1pt solid #222 }
th, td { border: .5pt solid #777; padding: 1.2mm 1.5mm; vertical-align: top; text-align: left }
th { background: #ececec; font-weight: 700 }
tr { break-inside: avoid }
p { margin: 0 }
p:lang(en) { color: #333; font-size: 7.5pt }
.value { font-weight: 700 } .soft { color: #444; font-size: 7.5pt }
blockquote { margin: .6mm 0; padding-left: 2mm; border-left: 1pt solid #999; white-space: pre-line }
.ground + .ground { margin-top: 1.5mm; padding-top: 1.5mm; border-top: .5pt dotted #999 }
.note { margin-top: 3mm }
`
const WIDTHS = { number: 8, address: 42, side: 17, company: 48, person: 28, seen: 40, bases: 84 }

/** The table as an HTML document, A4 landscape. */
export function composeIdentityTable(table: IdentityTable): string {
  const say = sayer(table.language)
  const total = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0)
  const widths = COLUMNS.map((key) => `<col style="width:${((WIDTHS[key] / total) * 100).toFixed(3)}%">`)
  const heads = COLUMNS.map((key) => `<th>${say(words.columns[key])}</th>`)
  const rows = table.rows.map((row, at) => rowOf(row, at + 1, table.language))
  return htmlPage({
    language: table.language === 'en' ? 'en-GB' : 'zh-CN',
    orientation: 'landscape',
    css,
    body: `
${titles(table)}
<div class="intro">${say(words.intro, { zh: { day: sayDay(table.asOf, 'zh') }, en: { day: sayDay(table.asOf, 'en') } })}</div>
<dl class="facts">${factsOf(table)}</dl>
<table><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>
<div class="note">${say(words.note)}</div>`,
  })
}

type Values = Record<'zh' | 'en', Record<string, string>>
const languagesOf = (language: IdentityTable['language']): ('zh' | 'en')[] =>
  language === 'both' ? ['zh', 'en'] : [language]

/** One paragraph in each language of the sheet. */
const sayer = (language: IdentityTable['language']) => (said: InBoth, values?: Values) =>
  languagesOf(language)
    .map((each) => `<p lang="${each}">${escapeHtml(fill(said[each], values?.[each] ?? {}))}</p>`)
    .join('')

const titles = ({ language }: IdentityTable): string =>
  languagesOf(language)
    .map((each) => `<h1 lang="${each}">${escapeHtml(words.title[each])}</h1>`)
    .join('')

function factsOf({ language, matter }: IdentityTable): string {
  const label = (said: InBoth): string =>
    languagesOf(language)
      .map((each) => said[each])
      .join(' ')
  const { counterpartyZh, counterpartyEn } = matter
  const facts: [InBoth, string][] = [
    [words.facts.matter, matter.title],
    [words.facts.client, matter.client],
    [words.facts.counterparty, [counterpartyZh, counterpartyEn].filter(Boolean).join(' / ')],
    [words.facts.contract, matter.contract],
  ]
  return facts
    .filter(([, value]) => value !== '')
    .map(([said, value]) => `<dt>${escapeHtml(label(said))}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')
}

function rowOf(row: IdentityRow, number: number, language: IdentityTable['language']): string {
  const say = sayer(language)
  const plain = (text: string, name = ''): string =>
    text === '' ? '' : `<p${name && ` class="${name}"`}>${escapeHtml(text)}</p>`
  const cells = [
    plain(String(number)),
    `${plain(row.value, 'value')}${say(words.kind[row.kind])}`,
    say(words.side[row.side]),
    plain(row.companyZh) + plain(row.companyEn),
    plain(row.person) + plain(row.position, 'soft'),
    seenOf(row, language),
    row.bases.length === 0
      ? say(words.noBasis)
      : row.bases.map((basis) => groundOf(basis, language)).join(''),
  ]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function seenOf({ seen }: IdentityRow, language: IdentityTable['language']): string {
  if (!seen) return ''
  const say = sayer(language)
  const counts = { sent: String(seen.sentCount), named: String(seen.namedCount) }
  const sent = say(words.seen.sent, { zh: counts, en: counts })
  if (!seen.firstAt || !seen.lastAt) return sent
  const days = {
    first: dayWritten(seen.firstAt, BEIJING_MINUTES),
    last: dayWritten(seen.lastAt, BEIJING_MINUTES),
  }
  return sent + say(words.seen.between, { zh: days, en: days })
}

function groundOf(
  { kind, quote, note, source }: IdentityRow['bases'][number],
  language: IdentityTable['language'],
): string {
  const say = sayer(language)
  const named = (each: 'zh' | 'en'): string =>
    [source?.subject || words.noSubject[each], source?.day].filter(Boolean).join(each === 'zh' ? '，' : ', ')
  const shown = source && say(words.shownBy, { zh: { source: named('zh') }, en: { source: named('en') } })
  return `<div class="ground">${say(words.basis[kind])}${quote && `<blockquote>${escapeHtml(quote)}</blockquote>`}${
    note && `<p>${escapeHtml(note)}</p>`
  }${shown ?? ''}</div>`
}
