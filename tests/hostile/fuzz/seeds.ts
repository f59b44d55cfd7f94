import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SMALL_MSG, SMALL_TNEF } from '../../mail/support/small-outlook.ts'

const CORPUS = join(import.meta.dirname, '../../mail/corpus')
/** Larger seeds say nothing more and cost time. */
const MOST_BYTES = 12_000

const paths = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(json|md)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => statSync(path).size <= MOST_BYTES)
  .sort()
const read = (kind: (path: string) => boolean): Buffer[] =>
  paths.filter(kind).map((path) => readFileSync(path))

/** The corpus of the mail reader, Outlook's kinds of file apart. */
export const MAILS: readonly Buffer[] = read((path) => !/\.(msg|tnef)$/.test(path))
export const MSGS: readonly Buffer[] = [...read((path) => path.endsWith('.msg')), SMALL_MSG]
export const TNEFS: readonly Buffer[] = [...read((path) => path.endsWith('.tnef')), SMALL_TNEF]

const lines = MAILS.flatMap((bytes) => bytes.toString('latin1').split(/\r?\n(?![ \t])/))
const linesOf = (name: RegExp): Buffer[] =>
  lines.filter((line) => name.test(line)).map((line) => Buffer.from(line.replace(/^[^:]*:\s*/, ''), 'latin1'))

export const ADDRESS_LINES: readonly Buffer[] = linesOf(/^(from|to|cc|reply-to|sender):/i)
export const TYPE_LINES: readonly Buffer[] = linesOf(/^content-(type|disposition):/i)
export const DATE_LINES: readonly Buffer[] = linesOf(/^date:/i)
export const SUBJECT_LINES: readonly Buffer[] = linesOf(/^subject:/i)
export const ID_LINES: readonly Buffer[] = linesOf(/^(message-id|references|in-reply-to):/i)

/** Chinese and Japanese text in the bytes of their charsets. */
export const TEXTS: readonly Buffer[] = [
  Buffer.from('余款89,880.00美元属实。林晓敏'),
  Buffer.from('d3e0bfee3839a3ac383830c3c0d4aacaf4cab5a1a3', 'hex'),
  Buffer.from('bea7b4da5c7cb867', 'hex'),
  Buffer.from('8130813081308130fe50ff', 'hex'),
  Buffer.from('\x1b$B;DBPOHs\x1b(B ok \x1b$)C\x0e!!\x0f', 'latin1'),
  Buffer.from('~{VPND~} hz ~~ ~\n', 'latin1'),
  Buffer.from('+ZeVnLIqe- utf7 +-', 'latin1'),
  Buffer.from('balance', 'utf16le'),
]

/** RTF that holds HTML, text and itself, and a text that is compressed (MS-OXRTFCP 3.1.1). */
export const RTFS: readonly Buffer[] = [
  "{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\*\\htmltag64 <p>}\\f0\\'ba\\'cf{\\*\\htmltag72 </p>}}",
  "{\\rtf1\\ansi\\ansicpg1252\\fromtext caf\\'e9\\par\r\n\\uc1\\u21512?}",
  '{\\rtf1\\ansi{\\info{\\author A}}{\\pict\\bin4 abcd}One\\par \\tab two\\line}',
]
  .map((text) => Buffer.from(text, 'latin1'))
  .concat(
    Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    ),
  )
