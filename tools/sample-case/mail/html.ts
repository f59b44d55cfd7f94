import type { Charset } from './charsets.ts'

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page in the manner of the program: a head that names the charset, and the given body. */
export function htmlPage(body: string, charset: Charset, font: string): string {
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset}">
</head>
<body style="font-family: ${font}; font-size: 10.5pt; line-height: 1.5;">
${body}
</body>
</html>`
}

/** One division a line, an empty one for an empty line. */
export function htmlLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escaped(line)}</div>`)
    .join('\n')
}
