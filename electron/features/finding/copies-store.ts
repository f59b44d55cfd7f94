import type { Copy, Twin } from '@bridge/model/finding.ts'
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { attachments, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import {
  listAttachments,
  listIntakesOfMessage,
  listMessageRefs,
  type StoredMessage,
} from '../evidence/index.ts'

/** A forged Message-ID or a logo on every message must not fill the page. */
const AT_MOST = 50

export function listCopies(reader: Reader, message: StoredMessage) {
  return {
    copies: message.mih === null ? [] : copiesOf(reader, message, message.mih),
    attachedTo: message.form === 'document' ? attachedTo(reader, message) : [],
    alsoAlone: alsoAlone(reader, message),
  }
}

function copiesOf(reader: Reader, message: StoredMessage, mih: string): Copy[] {
  const others = reader
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.caseId, message.caseId),
        eq(messages.mih, mih),
        ne(messages.id, message.id),
        isNull(messages.withdrawnAt),
      ),
    )
    .orderBy(asc(messages.row))
    .limit(AT_MOST)
    .all()
  const refs = listMessageRefs(
    reader,
    others.map(({ id }) => id),
  )
  const digests = (id: string): string =>
    listAttachments(reader, id)
      .map(({ sha256 }) => sha256)
      .join()
  const wording = (text: string): string => text.replace(/\s+/gu, '')
  return others.flatMap((other) => {
    const ref = refs.get(other.id)
    if (!ref) return []
    return [
      {
        message: ref,
        sameText: wording(other.text) === wording(message.text),
        sameAttachments: digests(other.id) === digests(message.id),
        receivedAt: other.receivedAt,
        sourceName: listIntakesOfMessage(reader, other.id)[0]?.sourceName ?? '',
      },
    ]
  })
}

/** Messages of the case that carry this document as an attachment, byte for byte. */
function attachedTo(reader: Reader, document: StoredMessage): Twin[] {
  const rows = reader
    .select({ id: attachments.messageId, fileName: attachments.fileName })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(
      and(
        eq(attachments.sha256, document.originalSha256),
        eq(messages.caseId, document.caseId),
        ne(messages.id, document.id),
        isNull(messages.withdrawnAt),
      ),
    )
    .limit(AT_MOST)
    .all()
  return twinsOf(reader, rows)
}

/** Attachments of this message that also came by themselves. */
function alsoAlone(reader: Reader, message: StoredMessage): Twin[] {
  const own = listAttachments(reader, message.id)
  const rows = reader
    .select({ id: messages.id, sha256: messages.originalSha256 })
    .from(messages)
    .where(
      and(
        inArray(
          messages.originalSha256,
          own.map(({ sha256 }) => sha256),
        ),
        // The plus: by the few digests, and not through the whole case.
        sql`+${messages.caseId} = ${message.caseId}`,
        eq(messages.form, 'document'),
        ne(messages.id, message.id),
        isNull(messages.withdrawnAt),
      ),
    )
    .limit(AT_MOST)
    .all()
  const nameOf = new Map(own.map(({ sha256, fileName }) => [sha256, fileName]))
  return twinsOf(
    reader,
    rows.map(({ id, sha256 }) => ({ id, fileName: nameOf.get(sha256) ?? '' })),
  )
}

function twinsOf(reader: Reader, rows: readonly { id: string; fileName: string }[]): Twin[] {
  const refs = listMessageRefs(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, fileName }) => {
    const message = refs.get(id)
    return message ? [{ message, fileName }] : []
  })
}
