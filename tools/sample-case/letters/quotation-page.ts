import { ottwald } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { escaped, htmlLines, htmlPage } from '../mail/html.ts'

export const logoContentId = 'logo-ohlenrieth@ohlenrieth.example'

const cell = 'style="border: 1px solid #8aa; padding: 4px 10px;"'

/** The quotation as Outlook shows it: logo by `cid:`, price table, signature. */
export function quotationPage(): string {
  const rows = [
    ['Type', 'Ratio', 'Qty', 'Unit price', 'Total CIF Donglan'],
    [
      'OG-220',
      '1:35',
      `${deal.sets} sets`,
      `EUR ${euros(deal.unitFirstMinor)}`,
      `EUR ${euros(deal.totalFirstMinor)}`,
    ],
  ]
  const table = rows
    .map((row, at) => {
      const tag = at === 0 ? 'th' : 'td'
      return `<tr>${row.map((text) => `<${tag} ${cell}>${escaped(text)}</${tag}>`).join('')}</tr>`
    })
    .join('\n')
  const body = [
    '<p>Dear Kevin,</p>',
    '<p>thank you for your inquiry, we were glad to meet you in Donglan. Our offer:</p>',
    `<table style="border-collapse: collapse;">\n${table}\n</table>`,
    '<p>Delivery ex Hamburg by end of July 2025, payment 20&nbsp;% in advance and 80&nbsp;% within 60 days after B/L date.' +
      ' The offer is valid until 30 April 2025.</p>',
    '<p>Best regards</p>',
    htmlLines(ottwald.signature.join('\n')),
    `<p><img src="cid:${logoContentId}" width="220" height="56" alt="Ohlenrieth Getriebe"></p>`,
  ]
  return htmlPage(body.join('\n'), 'utf-8', 'Aptos, Calibri, sans-serif')
}
