import { Parser } from 'htmlparser2'

const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'object',
  'select',
  'textarea',
])
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** The visible text of HTML, blocks on lines of their own, cells parted by a tab. Never throws; links show their text only. */
export function htmlToText(html: string): string {
  const pieces: string[] = []
  let silent = 0
  let pre = 0
  const lineBreak = (): void => {
    pieces.push('\n')
  }
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1
      else if (name === 'br' || BLOCKS.has(name)) lineBreak()
      else if (name === 'td' || name === 'th') pieces.push('\t')
      if (name === 'pre') pre += 1
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1
      else if (BLOCKS.has(name)) lineBreak()
      if (name === 'pre') pre -= 1
    },
    ontext(text) {
      if (silent === 0) pieces.push(pre > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' '))
    },
  })
  parser.end(html)
  return pieces
    .join('')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
