import { type Bilingual, bilingual } from '@bridge/model/exhibit.ts'
import { z } from 'zod'
import resource from '../../../../resources/wording/originality.json' with { type: 'json' }
import { escapeHtml } from '../../pdf/html-page.ts'

const words = z
  .object({
    version: z.string(),
    folder: bilingual,
    words: z.record(z.string(), bilingual),
    steps: z.array(bilingual),
  })
  .parse(resource)

export const { version: originalityVersion, folder: packName, steps: liveSteps } = words

export type Word = keyof (typeof resource)['words']

/** Chinese with English behind it, safe to stand in HTML. */
export const inBoth = ({ zh, en }: Bilingual): string =>
  zh === en ? escapeHtml(zh) : `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`

export const say = (key: Word): string => inBoth(words.words[key] ?? { zh: '', en: '' })

export const css = `
html { font-size: 9pt; line-height: 1.45 }
h1 { font-size: 16pt; line-height: 1.3; margin: 0 0 3mm; border-bottom: 1pt solid #222; padding-bottom: 2mm }
h1 [lang=en] { display: block; font-size: 10pt; font-weight: 400; color: #444 }
h2 { font-size: 11pt; margin: 5mm 0 1.5mm } h3 { font-size: 9.5pt; margin: 3mm 0 1mm }
[lang=en] { color: #444; font-size: .92em; font-weight: 400 }
p { margin: 0 0 1.5mm }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed }
th, td { border: .5pt solid #999; padding: .8mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #f0f0f0; font-weight: 400; width: 42mm }
tr { break-inside: avoid }
.narrow th { width: 26mm } .hash { font-size: 8pt }
ol { margin: 0; padding-left: 6mm } li { margin: 0 0 1.4mm } li [lang=en] { display: block }
.message { break-before: page } .message:first-of-type { break-before: auto }
.figures { color: #333; font-size: 8pt }
`
