import { extname } from 'node:path'
import { isSeparator } from './mbox/separator.ts'
import { mapiKindOf } from './open-mapi.ts'
import { isPst } from './pst/layout.ts'
import type { SourceFile } from './source-file.ts'

const EML = new Set(['.eml', '.emlx', '.mht', '.mhtml'])
const MBOX = new Set(['.mbox', '.mbx'])
/** Extensions that may hold mail as well as anything else: the first octets decide. */
const SILENT = new Set([
  '',
  '.txt',
  '.mail',
  '.msg',
  '.oft',
  '.tnef',
  '.email',
  '.raw',
  '.bak',
  '.old',
  '.dat',
])

/** How many octets `kindByContent` wants to see. */
export const SNIFF_BYTES = 4096

/** Files that stand for themselves: pictures, papers, tables, pages saved from a browser. */
const DOCUMENT =
  /^\.(?:pdf|png|jpe?g|gif|webp|tiff?|hei[cf]|bmp|docx?|xlsx?|pptx?|rtf|od[ts]|wps|et|dps|txt|csv|html?)$/
/** What a picture or PDF starts with, whatever it is called. */
const DOCUMENT_START = [
  /^%PDF-/,
  /^\x89PNG\r\n/,
  /^\xff\xd8\xff/,
  /^GIF8[79]a/,
  /^RIFF....WEBP/s,
  /^(?:II\*\0|MM\0\*)/,
]
const ARCHIVE = new Set(['.rar', '.7z', '.gz', '.tgz', '.tar', '.bz2', '.xz'])
const ZIP = Buffer.from('PK\x03\x04', 'latin1')

type Kind = SourceFile['kind']

/** Whether a file is an archive of a kind that is not opened here: what is in it must be told apart from what is no mail. */
export const isOtherArchive = (name: string): boolean => ARCHIVE.has(extname(name).toLowerCase())

/**
 * What a file name says; null where its first octets must be looked at. Maildir names and numbers say nothing, nor does the
 * name of a document of plain text, which may be a message.
 */
export function kindByName(name: string): Kind | null {
  const extension = extname(name).toLowerCase()
  if (EML.has(extension)) return 'eml'
  if (MBOX.has(extension)) return 'mbox'
  if (extension === '.zip') return 'zip'
  if (SILENT.has(extension)) return null
  if (DOCUMENT.test(extension)) return 'document'
  return /^\.[a-z]{2,5}\d?$/.test(extension) && extension !== '.pst' && extension !== '.ost' ? 'other' : null
}

/** What the first octets of a file say: Outlook's are known by their signature, a `From ` line begins a mailbox, two known header fields a message. */
export function kindByContent(head: Buffer, name: string): Kind {
  const outlook = mapiKindOf(head)
  if (outlook !== null) return outlook
  if (isPst(head)) return 'pst'
  if (head.subarray(0, 4).equals(ZIP)) return 'zip'
  const start = head.toString('latin1')
  if (DOCUMENT_START.some((pattern) => pattern.test(start))) return 'document'
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (isSeparator(Buffer.from(text, 'latin1'), 0)) return 'mbox'
  const header = text.split(/\r?\n\r?\n|\r\r/)[0] ?? ''
  const known = header.match(
    /^(?:from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|x-[\w-]+)\s*:/gim,
  )
  if (new Set(known?.map((each) => each.toLowerCase())).size >= 2) return 'eml'
  return DOCUMENT.test(extname(name).toLowerCase()) ? 'document' : 'other'
}
