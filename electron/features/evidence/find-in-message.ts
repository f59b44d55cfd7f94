import type { FoundPiece, FoundPlaces } from '@bridge/model/finding.ts'
import { and, eq } from 'drizzle-orm'
import { attachments } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listTextsWith } from './find-hit.ts'
import { findPlaces } from './find-places.ts'
import type { SearchQuery } from './search-query.ts'
import { listAttachments } from './view-store.ts'

/** More than anyone steps through. */
const PLACES_AT_MOST = 1_000
const PIECES_AT_MOST = 20

export function findInMessage(
  reader: Reader,
  messageId: string,
  text: string,
  query: SearchQuery,
): FoundPlaces {
  const counts = new Map<number, number>()
  for (const { position, text: piece } of listTextsWith(reader, messageId, query)) {
    const before = counts.get(position) ?? 0
    if (before < PLACES_AT_MOST)
      counts.set(position, before + findPlaces(piece, query, PLACES_AT_MOST - before).length)
  }
  return {
    text: findPlaces(text, query, PLACES_AT_MOST),
    attachments: listAttachments(reader, messageId)
      .map(({ partPath, position }) => ({ partPath, count: counts.get(position) ?? 0 }))
      .filter(({ count }) => count > 0),
  }
}

/** Undefined where the message has no such attachment. */
export function findInAttachment(
  reader: Reader,
  messageId: string,
  partPath: string,
  query: SearchQuery | null,
): { fileName: string; pieces: FoundPiece[] } | undefined {
  const attachment = reader
    .select({ position: attachments.position, fileName: attachments.fileName })
    .from(attachments)
    .where(and(eq(attachments.messageId, messageId), eq(attachments.partPath, partPath)))
    .get()
  if (!attachment) return undefined
  const pieces = query ? listTextsWith(reader, messageId, query) : []
  return {
    fileName: attachment.fileName,
    pieces: pieces
      .filter(({ position }) => position === attachment.position)
      .slice(0, PIECES_AT_MOST)
      .map(({ piece, text }) => ({
        piece,
        text,
        places: query ? findPlaces(text, query, PLACES_AT_MOST) : [],
      })),
  }
}
