import { escapeHtml } from '../../pdf/html-page.ts'

/** One line of a heading: its label in the papers' languages, and its value, already HTML. */
export interface Field {
  label: readonly string[]
  html: string
}

export const fieldTableCss = `
.fields { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 0; padding: 3mm 0;
  border-top: 1.2pt solid #222; border-bottom: .6pt solid #222 }
.fields dt { color: #666; white-space: nowrap } .fields dd { margin: 0 }
.hash { font-size: 7pt; color: #666; line-height: 1.4; overflow-wrap: anywhere }
.files { margin: 0; padding: 0; list-style: none } .files li + li { margin-top: .8mm }
`

/** A table of labelled values, as the heading of a message or a sheet. Empty values are left out. */
export function fieldTable(fields: readonly Field[]): string {
  const lines = fields
    .filter((field) => field.html !== '')
    .map(({ label, html }) => `<dt>${escapeHtml(label.join(' '))}</dt><dd>${html}</dd>`)
  return `<dl class="fields">${lines.join('\n')}</dl>`
}
