import { Tokenizer } from 'htmlparser2'

/** Elements whose content is code or nothing a reader sees; the tokenizer reads them as raw text up to their end. */
const SILENT = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes'])
const BLOCKS = new Set(
  (
    'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Collects the visible text of one document. Works on tokens, without a stack: no nesting is too deep for it. */
class VisibleText {
  readonly #html: string
  readonly #pieces: string[] = []
  #silentIn: string | null = null
  #preDepth = 0

  constructor(html: string) {
    this.#html = html
  }

  text(piece: string): void {
    if (this.#silentIn === null)
      this.#pieces.push(this.#preDepth > 0 ? piece : piece.replace(/[ \t\r\n\f]+/g, ' '))
  }

  textAt(start: number, end: number): void {
    this.text(this.#html.slice(start, end))
  }

  open(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    if (SILENT.has(name)) this.#silentIn ??= name
    else if (BLOCKS.has(name)) this.#pieces.push('\n')
    else if (name === 'td' || name === 'th') this.#pieces.push('\t')
    if (name === 'pre') this.#preDepth += 1
  }

  close(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    if (name === this.#silentIn) this.#silentIn = null
    else if (BLOCKS.has(name)) this.#pieces.push('\n')
    if (name === 'pre') this.#preDepth = Math.max(0, this.#preDepth - 1)
  }

  toString(): string {
    return this.#pieces
      .join('')
      .replace(/\u00a0/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
}

const ignore = (): void => undefined

/**
 * The visible text of HTML, blocks on lines of their own, cells parted by a tab. Links show their text only. Takes time in
 * proportion to its length and never throws.
 */
export function htmlToText(html: string): string {
  const visible = new VisibleText(html)
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => visible.textAt(start, end),
      ontextentity: (codepoint) => visible.text(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => visible.open(start, end),
      onclosetag: (start, end) => visible.close(start, end),
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return visible.toString()
}
