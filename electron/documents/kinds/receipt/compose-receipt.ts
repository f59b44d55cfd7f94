import encodeQr from 'qr'
import { z } from 'zod'
import resource from '../../../../resources/wording/receipt.json' with { type: 'json' }
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import type { ReceiptPage } from './model.ts'

const words = z.object({
  title: z.string(),
  intro: z.string(),
  store: z.string(),
  entries: z.string(),
  at: z.string(),
  head: z.string(),
  root: z.string(),
  text: z.string(),
  proves: z.string(),
  provesItems: z.array(z.string()),
  provesNot: z.string(),
  provesNotItems: z.array(z.string()),
  check: z.string(),
})
type Words = z.infer<typeof words>
const { zh, en } = z.object({ version: z.string(), zh: words, en: words }).parse(resource)

const css = `
html { font-size: 9pt; line-height: 1.5 }
header { border-bottom: 1.5pt solid #1a3d7c; padding-bottom: 2mm; margin-bottom: 3mm }
h1 { font-size: 22pt; line-height: 1.2; margin: 0; letter-spacing: .12em; color: #1a3d7c }
h1 span { font-size: 14pt; font-weight: 400; letter-spacing: .02em; color: #444; margin-left: 3mm }
h2 { font-size: 10pt; margin: 0 0 1mm; color: #1a3d7c }
p { margin: 0 0 1.2mm }
:lang(en) { color: #444 }
dl { margin: 3mm 0; border-top: .5pt solid #bbb }
dl div { display: grid; grid-template-columns: 52mm 1fr; gap: 4mm; border-bottom: .5pt solid #bbb; padding: 1mm 0; line-height: 1.35; align-items: center }
dt span { display: block; font-size: 7.5pt; color: #555 } dd { margin: 0; font-weight: 700 }
.hash { font-size: 8pt; font-weight: 400; word-break: break-all }
.code { display: grid; grid-template-columns: 48mm 1fr; gap: 6mm; align-items: center; margin: 3mm 0; break-inside: avoid }
.code svg { display: block; width: 48mm; height: 48mm }
.code .line { font-size: 8pt; line-height: 1.6; word-break: break-all; border: .5pt solid #bbb; padding: 3mm; background: #f7f7f7 }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 8mm }
ul { margin: 0; padding-left: 4mm } li { margin: 0 0 .5mm } section { break-inside: avoid }
section ul:lang(en), section h2:lang(en) { font-size: 8pt }
.check { margin-top: 3mm; padding-top: 2mm; font-size: 8pt; border-top: .5pt solid #bbb }
`

/** The page of a receipt as an HTML document, A4 portrait; its QR code is drawn in vectors. */
export function composeReceipt(page: ReceiptPage): string {
  const row = (key: 'store' | 'entries' | 'at' | 'head' | 'root', value: string, isHash = false): string =>
    `<div><dt>${escapeHtml(zh[key])}<span lang="en">${escapeHtml(en[key])}</span></dt><dd${isHash ? ' class="hash"' : ''}>${escapeHtml(value)}</dd></div>`
  return htmlPage({
    language: 'zh-CN',
    css,
    body: `
<header><h1>${escapeHtml(zh.title)}<span lang="en">${escapeHtml(en.title)}</span></h1></header>
${inBoth('intro')}
<dl>${row('store', page.storeId)}${row('entries', page.seq.toLocaleString('en'))}${row('at', writtenTime(page.at))}${row('head', page.head, true)}${row('root', page.root, true)}</dl>
<div class="code">${qrOf(page.text)}<div>${inBoth('text')}<p class="line" lang="en">${escapeHtml(page.text)}</p></div></div>
<div class="columns">${sectionOf(zh, 'proves', 'zh-CN')}${sectionOf(zh, 'provesNot', 'zh-CN')}${sectionOf(en, 'proves', 'en')}${sectionOf(en, 'provesNot', 'en')}</div>
<div class="check">${inBoth('check')}</div>`,
  })
}

const inBoth = (key: 'intro' | 'text' | 'check'): string =>
  `<p>${escapeHtml(zh[key])}</p><p lang="en">${escapeHtml(en[key])}</p>`

function sectionOf(said: Words, key: 'proves' | 'provesNot', language: string): string {
  const items = said[`${key}Items`].map((item) => `<li>${escapeHtml(item)}</li>`).join('')
  return `<section><h2 lang="${language}">${escapeHtml(said[key])}</h2><ul lang="${language}">${items}</ul></section>`
}

/** China has one time zone and no summer time: the same page everywhere, with the zone beside it. */
const BEIJING_MS = 8 * 3_600_000

function writtenTime(at: string): string {
  const [day = '', time = ''] = new Date(Date.parse(at) + BEIJING_MS).toISOString().split('T')
  return `${day} ${time.slice(0, 8)} 北京时间 (UTC+8)`
}

/** The QR code (ISO/IEC 18004) as one path of squares with the four quiet modules around it that scanners want. */
function qrOf(text: string): string {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 4 })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const size = rows.length
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img"><rect width="${size}" height="${size}" fill="#fff"/><path d="${squares.join('')}" fill="#000"/></svg>`
}
