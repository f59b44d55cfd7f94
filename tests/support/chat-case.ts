import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChatOptions, ChatSpeaker } from '@bridge/model/chat.ts'
import type { ChatService } from '../../electron/features/chat/index.ts'
import { CHAT_OPTIONS } from './channel-inputs.ts'
import type { TestDesk } from './desk.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An export of a chat on disk. */
export function writeExport(bytes: string | Buffer, name = 'chat.txt'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

const SPEAKERS: ChatSpeaker[] = [
  { name: '王丽华', account: 'hongda_wang', side: 'counterparty' },
  { name: 'Martin Keller', account: '+49 170 5550142', side: 'client' },
]

/** All the assistant would state of an export. */
export async function newChat(
  chat: ChatService,
  caseId: string,
  path: string,
  stated: { options?: Partial<ChatOptions>; title?: string } = {},
) {
  const options = { ...CHAT_OPTIONS, ...stated.options }
  const { sha256 } = await chat.preview(path, options)
  const title = stated.title ?? '王丽华 – Martin Keller'
  return { caseId, path, sha256, options, channel: 'whatsapp', title, speakers: SPEAKERS } as const
}

/** Adds an export and gives the receipt it ends in. */
export async function addExport(
  desk: Pick<TestDesk, 'chat' | 'jobs' | 'evidence'>,
  caseId: string,
  bytes: string | Buffer,
  stated: Parameters<typeof newChat>[3] = {},
) {
  const added = await desk.chat.add(await newChat(desk.chat, caseId, writeExport(bytes), stated))
  const job = await desk.jobs.ended(added.jobId)
  const page = { importId: added.importId, outcome: null, offset: 0, limit: 500 }
  return { job, ...added, ...desk.evidence.getReceipt(page) }
}

/** The smallest picture there is. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture of a screen, taken in as any other document. */
export async function takeInPicture(
  desk: Pick<TestDesk, 'evidence' | 'jobs'>,
  caseId: string,
): Promise<{ messageId: string }> {
  const { jobId, importId } = desk.evidence.import(caseId, [writeExport(PICTURE, 'screen.png')])
  await desk.jobs.ended(jobId)
  const { lines } = desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 })
  return { messageId: lines[0]?.messageId ?? '' }
}
