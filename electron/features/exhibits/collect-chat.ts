import { basename, extname } from 'node:path'
import { Refusal } from '@bridge/refusal.ts'
import { type ChatContent, chatContent } from '../../documents/kinds/exhibit-bundle/model.ts'
import { countLines, findStoredReading, listLinesAround } from '../chat/index.ts'
import { findMessage, findSourceName, getOriginal } from '../evidence/index.ts'
import type { CollectParts } from './collect-message.ts'
import { ExportError } from './export-error.ts'
import type { PathGiver } from './export-names.ts'

/** Lines of one conversation that stand in one exhibit. */
export interface ChatPlace {
  exhibit: string
  place: number | null
  threadId: string
  /** The lines the lawyer chose. */
  messageIds: readonly string[]
}

export interface CollectedChat {
  content: ChatContent
  /** The export files and pictures that the lines stand in, those around the chosen ones too. */
  originals: { path: string; bytes: Uint8Array; sha256: string }[]
}

/**
 * A conversation as the papers print it: the days of the chosen lines whole, and the files that they all stand in.
 * @throws ExportError ORIGINAL_DAMAGED
 */
export async function collectChat(
  { read, files }: CollectParts,
  paths: PathGiver,
  { exhibit, place, threadId, messageIds }: ChatPlace,
): Promise<CollectedChat> {
  const [first] = messageIds
  const message = first === undefined ? undefined : findMessage(read, first)
  if (!message) throw new TypeError('An exhibit holds a line that is not there')
  const rows = listLinesAround(read, threadId, messageIds)
  const chosen = new Set(messageIds)
  const originals: CollectedChat['originals'] = []
  const named: ChatContent['originals'] = []
  for (const sha256 of new Set(rows.map((row) => row.originalSha256))) {
    const fileName = basename(findSourceName(read, message.caseId, sha256) ?? '')
    const path = paths.original(exhibit, place, message.subject, extname(fileName))
    originals.push({ path, sha256, bytes: await getWhole(() => getOriginal(read, files, sha256), exhibit) })
    const zone = findStoredReading(read, threadId, sha256)?.zone ?? null
    named.push({ storedAs: path, sha256, fileName, zone })
  }
  const lines = rows.map((row) => {
    const noted = row.warnings.split(',')
    return {
      speaker: row.speaker ?? '',
      account: row.account ?? '',
      date: { at: row.at, zoneMinutes: row.zoneMinutes, raw: row.raw },
      text: row.text,
      byProgram: noted.includes('SYSTEM_LINE'),
      transcribed: noted.includes('TRANSCRIBED'),
      chosen: chosen.has(row.messageId),
    }
  })
  const content = {
    kind: 'chat' as const,
    title: message.subject,
    channel: chatContent.shape.channel.parse(message.channel),
    lines,
    totalCount: countLines(read, threadId),
    originals: named,
  }
  return { content, originals }
}

async function getWhole(get: () => Promise<Uint8Array>, exhibit: string): Promise<Uint8Array> {
  try {
    return await get()
  } catch (cause) {
    if (cause instanceof Refusal) throw new ExportError('ORIGINAL_DAMAGED', exhibit, { cause })
    throw cause
  }
}
