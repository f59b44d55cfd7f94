import { escapeHtml, fontFamily } from '../../pdf/html-page.ts'

/**
 * Rules of the page around a message's body; the heading is painted above whatever the body does. The transform makes
 * the body the frame of its fixed boxes. `contain` would too, but then Chromium no longer shrinks a page, by up to a
 * third, to what is too wide for it, and cuts instead.
 */
export const messageBodyCss = `
header { position: relative; z-index: 1; background: #fff }
.body { position: relative; z-index: 0; isolation: isolate; transform: translate(0); padding-top: 5mm }
.text { white-space: pre-wrap }
.quote { border-left: 1.5pt solid #b9b9b9; padding-left: 3mm; color: #444 }
.no-body { color: #666; padding-top: 4mm }
`

// Inside the shadow root: as the mail wants it, but wrapped to the paper, unhidden by fixed boxes, and in a font that
// embeds well. Important rules, because a mail's own style would win otherwise.
const bodyRules = `
:host { font: 10pt/1.55 ${fontFamily}, sans-serif; color: #111; display: block }
* { font-family: ${fontFamily}, sans-serif !important; max-width: 100% !important; min-width: 0 !important;
  min-height: 0 !important; max-height: none !important; height: auto !important; position: static !important;
  overflow: visible !important; overflow-wrap: anywhere !important; text-wrap-mode: wrap !important; columns: auto !important;
  transform: none !important; writing-mode: horizontal-tb !important; line-height: 1.45 !important;
  break-before: auto !important; break-after: auto !important; page: auto !important; box-sizing: border-box !important }
img { max-height: 230mm !important; object-fit: contain; break-inside: avoid }
table { border-spacing: 0; border-collapse: collapse }
td, th { width: auto !important }
td, td *, th, th * { overflow-wrap: break-word !important }
table:has(> * > tr > :nth-child(7)) > * > tr > * { font-size: 7.5pt !important; padding: 1pt 2pt !important;
  min-width: 22pt !important }
table:has(> * > tr > :nth-child(7)) > * > tr > *, table:has(> * > tr > :nth-child(7)) > * > tr > * * {
  overflow-wrap: anywhere !important; font-size: 7.5pt !important }
table:has(> * > tr > :nth-child(31)) > * > tr > * { min-width: 0 !important }
blockquote { margin: 2mm 0 2mm 0; border-left: 1.5pt solid #b9b9b9; padding-left: 3mm; color: #444 }
pre { white-space: pre-wrap }
p { margin: 0 0 2.5mm } a { color: #1a3d7c }
`

/**
 * A mail's HTML in a shadow root of its own: its style sheets end there, and the box contains everything placed
 * absolutely. A stray `template` tag would close that root, so it becomes text.
 */
export function isolateBody(html: string): string {
  const inert = breakable(html.replace(/<(?=\/?template)/gi, '&lt;'))
  return `<div class="body"><template shadowrootmode="open"><style>${bodyRules}</style>${inert}</template></div>`
}

/**
 * Lets words above 20 characters and text glued with no-break spaces wrap, without a change to the text. In a table of
 * up to six columns no other word is torn, an amount least of all: six of 20 characters are as wide as a page shrinks.
 */
function breakable(html: string): string {
  return html.replace(/<style[\s\S]*?(?:<\/style>|$)|<[^>]*(?:>|$)|[^<]+/gi, (piece) =>
    piece.startsWith('<')
      ? piece
      : piece
          .replace(/(?:&nbsp;|&#160;|\u00a0)(?=[^\s&])/gi, '$&<wbr>')
          .replace(/[!-%'-:=?-~]{21,}/g, (word) => word.replace(/.{10}/g, '$&<wbr>')),
  )
}

/** A plain text exactly as written; lines quoted with `>` get a bar beside them and lose nothing. */
export function composeTextBody(text: string): string {
  const runs: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const quoted = line.startsWith('>')
    const run = runs.at(-1)
    if (run?.quoted === quoted) run.lines.push(line)
    else runs.push({ quoted, lines: [line] })
  }
  const html = runs.map(
    ({ quoted, lines }) =>
      `<div class="${quoted ? 'text quote' : 'text'}">${escapeHtml(lines.join('\n'))}</div>`,
  )
  return `<div class="body">${html.join('')}</div>`
}
