import { createHash } from 'node:crypto'
import { and, eq, exists, like, type SQL, sql } from 'drizzle-orm'
import type { FileStore } from '../../files/index.ts'
import { readDocument } from '../../mail/document/read-document.ts'
import { intakes, messages } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import { addImport, endImport } from './intakes-store.ts'
import { findMessageByOriginal } from './messages-store.ts'
import { FILE_FROM_BYTES } from './originals.ts'
import { takeIn } from './take-in.ts'

/** A page the app made itself, to be evidence as any other document is. */
export interface Sheet {
  caseId: string
  /** What the file is called. */
  name: string
  bytes: Buffer
}

/** Where a sheet came from, as its custody line says it: no file was offered, the app made it. */
const MADE_BY_REDCHOP = 'made by Redchop'

/** Whether the message in hand is a sheet that the app made. */
export const isSheetSql = (reader: Reader): SQL =>
  exists(
    reader
      .select({ one: sql`1` })
      .from(intakes)
      .where(and(eq(intakes.messageId, messages.id), like(intakes.sourceName, `${MADE_BY_REDCHOP}: %`))),
  )

/**
 * Takes a sheet in as a document of its case: original, message, custody line and audit entry, as an import of one file. Gives
 * its message. `noted` writes what else belongs into the same transaction.
 */
export async function takeInSheet(
  parts: ServiceParts & { files: FileStore },
  { caseId, name, bytes }: Sheet,
  noted: (writer: Writer, messageId: string) => void,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sourceName = `${MADE_BY_REDCHOP}: ${name}`
  if (bytes.length >= FILE_FROM_BYTES) await parts.files.putMany([{ sha256, bytes, sourceName }])
  const importId = parts.ids.next()
  const at = parts.clock.now()
  const taken = parts.store.write((writer) => {
    addImport(writer, importId, caseId, at)
    const source = { importId, caseId, position: 0, sourceName, sourceOffset: null }
    const reading = { ok: true, message: readDocument(bytes, name) } as const
    takeIn(parts, writer, { source, bytes, sha256, form: 'document', reading }, at)
    endImport(writer, importId, at, false)
    const messageId = findMessageByOriginal(writer, caseId, sha256)
    if (!messageId) throw new TypeError('A sheet without a message')
    noted(writer, messageId)
    return messageId
  })
  return taken
}
