import { extname } from 'node:path'
import { htmlToText } from '../body/html-to-text.ts'
import { decodeText } from '../charset/decode-text.ts'
import { mailLimits } from '../limits.ts'
import { readMessage } from '../read-message.ts'
import { startReading } from '../reading.ts'
import { officeText } from './office-text.ts'
import { failed, none, type PartText, textFound } from './part-text.ts'
import { pdfText } from './pdf-text.ts'

/** What is known of a file before it is looked into. */
export interface NamedFile {
  readonly fileName: string
  readonly contentType: string
  /** Whether it is a message. */
  readonly isMessage: boolean
}

type Kind = 'pdf' | 'office' | 'plain' | 'html' | 'message'

const BY_NAME: ReadonlyArray<readonly [RegExp, Kind]> = [
  [/^\.pdf$/, 'pdf'],
  [/^\.(?:docx|docm|dotx|xlsx|xlsm|pptx|pptm)$/, 'office'],
  [/^\.(?:txt|csv|md|log|json|xml)$/, 'plain'],
  [/^\.html?$/, 'html'],
  [/^\.(?:eml|msg)$/, 'message'],
]
const BY_TYPE: ReadonlyArray<readonly [RegExp, Kind]> = [
  [/^application\/(?:x-)?pdf$/, 'pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\./, 'office'],
  [/^text\/html$/, 'html'],
  [/^text\//, 'plain'],
  [/^message\/(?:rfc822|global)$/, 'message'],
]
const PICTURE = /^(?:image|audio|video|font)\//
const PICTURE_NAME = /^\.(?:png|jpe?g|gif|webp|tiff?|hei[cf]|bmp|ico|svg|mp[34]|mov|wav|amr|silk)$/

/** How a file is read for its text; null where it is not. The name counts more: mail programs guess the type by it at best. */
function kindOf({ fileName, contentType, isMessage }: NamedFile): Kind | null {
  if (isMessage) return 'message'
  const extension = extname(fileName).toLowerCase()
  const named = BY_NAME.find(([pattern]) => pattern.test(extension))
  return (named ?? BY_TYPE.find(([pattern]) => pattern.test(contentType.toLowerCase())))?.[1] ?? null
}

/** What is said of a file without looking into it; null where it must be looked into. */
export function textUnread(file: NamedFile): PartText | null {
  const extension = extname(file.fileName).toLowerCase()
  if (PICTURE.test(file.contentType) || PICTURE_NAME.test(extension)) return none('NO_TEXT')
  return kindOf(file) === null ? none('UNKNOWN_KIND') : null
}

function plainText(bytes: Buffer): PartText {
  const text = decodeText(bytes, null, startReading())
  return text.includes('\0') ? none('UNKNOWN_KIND') : textFound(text)
}

function messageText(bytes: Buffer): PartText {
  const read = readMessage(bytes)
  if (!read.ok) return failed('DAMAGED')
  const { subject, text, from, to } = read.message
  const people = [...from, ...to].map(({ name, address }) => `${name} ${address}`)
  return textFound([subject, ...people, text].join('\n'))
}

/** What a file says, for search. Never throws for what it holds. */
export async function readPartText(bytes: Buffer, file: NamedFile): Promise<PartText> {
  if (bytes.length > mailLimits.messageBytes) return failed('TOO_LARGE')
  switch (kindOf(file)) {
    case 'pdf':
      return await pdfText(bytes)
    case 'office':
      return await officeText(bytes)
    case 'plain':
      return plainText(bytes)
    case 'html':
      return textFound(htmlToText(decodeText(bytes, null, startReading())))
    case 'message':
      return messageText(bytes)
    case null:
      return none('UNKNOWN_KIND')
  }
}
