import { deEncapsulateSync, Tokenize } from 'rtf-stream-parser'
import { ToPlainText } from 'rtf-stream-parser/dist/src/ToPlainText.js'
import type { Token } from 'rtf-stream-parser/dist/src/tokenize.js'
import type { Passage } from '../body/compose-body.ts'
import { decodeAs } from '../charset/decode-text.ts'
import { findCharset } from '../charset/find-charset.ts'
import { charsetOfCodePage } from '../mapi/code-page.ts'
import { isTameRtf } from './is-tame-rtf.ts'
import { partLongText } from './part-long-text.ts'

/** Groups that hold no text of the writer, beside those the parser knows: about the document, pictures, headings. */
const SILENT = ['info', 'pict', 'header', 'footer', 'object', 'themedata', 'listtable', 'revtbl'] as const
const ENCAPSULATED = /^[^}]{0,200}\\from(?:html|text)/

const options = {
  /** `label`: `cp` and the number of the code page. */
  decode(bytes: Buffer, label: string): string {
    const charset = findCharset(charsetOfCodePage(Number(label.slice(2))) ?? 'windows-1252')
    return charset ? decodeAs(bytes, charset) : bytes.toString('latin1')
  },
  warn: (): void => undefined,
}

function plainText(rtf: Buffer): string {
  const tokens = new Tokenize()
  const text = new ToPlainText(options)
  const pieces: string[] = []
  let failure: unknown
  const done = (error?: unknown): void => {
    failure ??= error
  }
  text._featureHandlers.push({
    outputDataFilter: ({ _state: { allDestinations = {} } }) =>
      SILENT.some((destination) => allDestinations[destination] === true) || undefined,
  })
  // Both are streams; driven by hand they need no turn of the event loop.
  tokens.push = (token: Token) => {
    text._transform(token, 'utf8', done)
    return true
  }
  text.push = (piece: string) => {
    pieces.push(piece)
    return true
  }
  tokens._transform(rtf, 'buffer', done)
  tokens._flush(done)
  if (failure !== undefined) throw failure
  return pieces.join('')
}

/**
 * What RTF says: the HTML or the text a mail program put into it (MS-OXRTFEX), else its own text. Null where it is no RTF
 * or its parser may not be given it.
 */
export function readRtf(whole: Buffer): Passage | null {
  if (!isTameRtf(whole)) return null
  // Octets behind `\bin` are counted: nothing may come between them.
  const rtf = whole.includes('\\bin') ? whole : partLongText(whole)
  try {
    if (!ENCAPSULATED.test(rtf.toString('latin1', 0, 400)))
      return { kind: 'text', content: plainText(rtf).replace(/\r\n?/g, '\n') }
    const { mode, text } = deEncapsulateSync(rtf, options)
    return { kind: mode, content: text.toString().replace(/\r\n?/g, '\n') }
  } catch {
    return null
  }
}
