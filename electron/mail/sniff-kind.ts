import { isSeparator } from './mbox/separator.ts'
import { mapiKindOf } from './open-mapi.ts'
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

/** What a file name says; null where its first octets must be looked at. Maildir names and numbers say nothing. */
export function kindByName(extension: string): SourceFile['kind'] | null {
  const lower = extension.toLowerCase()
  if (EML.has(lower)) return 'eml'
  if (MBOX.has(lower)) return 'mbox'
  return SILENT.has(lower) || !/^\.[a-z]{2,5}\d?$/.test(lower) ? null : 'other'
}

/** What the first octets of a file say: Outlook's are known by their signature, a `From ` line begins a mailbox, two known header fields a message. */
export function kindByContent(head: Buffer): SourceFile['kind'] {
  const outlook = mapiKindOf(head)
  if (outlook !== null) return outlook
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (isSeparator(Buffer.from(text, 'latin1'), 0)) return 'mbox'
  const header = text.split(/\r?\n\r?\n|\r\r/)[0] ?? ''
  const known = header.match(
    /^(?:from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|x-[\w-]+)\s*:/gim,
  )
  return new Set(known?.map((name) => name.toLowerCase())).size >= 2 ? 'eml' : 'other'
}
