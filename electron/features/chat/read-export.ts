import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChatOptions, ChatPreview } from '@bridge/model/chat.ts'
import { Refusal } from '@bridge/refusal.ts'
import { digestOf } from '../../files/digest.ts'
import { mailLimits } from '../../mail/limits.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'

export interface ExportFile {
  name: string
  bytes: Buffer
  sha256: string
}

/** The bytes of an export and what they are called. @throws Refusal CHAT_UNREADABLE */
export async function readExport(path: string): Promise<ExportFile> {
  try {
    const { size } = await stat(path)
    if (size > mailLimits.messageBytes) throw new Refusal('CHAT_UNREADABLE', { reason: 'TOO_LARGE' })
    const bytes = await readFile(path)
    return { name: basename(path), bytes, sha256: await digestOf(bytes) }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES'))
      throw new Refusal('CHAT_UNREADABLE', { reason: 'GONE' }, { cause })
    throw cause
  }
}

/** How it would be read. @throws Refusal CHAT_UNREADABLE */
export async function previewExport(
  reader: MailReader,
  { bytes }: ExportFile,
  options: ChatOptions,
): Promise<ChatPreview> {
  try {
    return await reader.chatPreview(bytes, options)
  } catch (cause) {
    if (cause instanceof MailReaderError)
      throw new Refusal('CHAT_UNREADABLE', { reason: 'READER_FAILED' }, { cause })
    throw cause
  }
}
