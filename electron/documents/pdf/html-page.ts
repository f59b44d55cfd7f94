import { marginsMm } from './sheet.ts'

/** Characters with a meaning in HTML, as text: safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** The one family everything is set in: static TrueType, or Chromium embeds Chinese as Type 3. */
export const fontFamily = "'Redchop Sans'"

// No script, no network, no form; the mail inside a page can undo none of it.
const policy =
  "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; font-src 'self' data:; base-uri 'none'; form-action 'none'"

/** A whole document ready to print on A4: policy, fonts, margins that leave the stamp bands free, then `css` and `body`. */
export function htmlPage(page: {
  language: 'zh-CN' | 'en-GB'
  css: string
  body: string
  orientation?: keyof typeof marginsMm
}): string {
  const orientation = page.orientation ?? 'portrait'
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="preload" as="font" type="font/ttf" href="fonts/regular.ttf" crossorigin>
<link rel="preload" as="font" type="font/ttf" href="fonts/bold.ttf" crossorigin>
<style>
@font-face { font-family: ${fontFamily}; font-weight: 400; src: url(fonts/regular.ttf) }
@font-face { font-family: ${fontFamily}; font-weight: 700; src: url(fonts/bold.ttf) }
@page { size: A4 ${orientation}; margin: ${marginsMm[orientation]} }
* { box-sizing: border-box }
html { font: 10pt/1.55 ${fontFamily}, sans-serif; color: #111; print-color-adjust: exact }
body { margin: 0; overflow-wrap: anywhere }
${page.css}
</style>
</head>
<body>
${page.body}
</body>
</html>`
}
