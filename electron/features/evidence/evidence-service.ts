import { extname } from 'node:path'
import type { ImportReceipt, IntakeOutcome, MessageView, ReceiptLine } from '@bridge/model/evidence.ts'
import type { FoundPlaces, MessageFilter } from '@bridge/model/finding.ts'
import { refusal } from '@bridge/refusal.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import { factId } from '../../platform/facts.ts'
import type { Reader } from '../../store/store.ts'
import { MailReaderError, type MessageBody, type MessagePart } from '../../workers/mail-reader.ts'
import { findCase } from '../cases/index.ts'
import { countByFilter } from './count-by-filter.ts'
import { documentBody, documentPage, documentPart, originalExtension } from './document-part.ts'
import { findInAttachment, findInMessage } from './find-in-message.ts'
import type { ImportParts } from './import-batch.ts'
import { runImport } from './import-job.ts'
import { renewIndex } from './index-job.ts'
import { addImport, findReceipt, findSourceName, listReceiptLines, listReceipts } from './intakes-store.ts'
import { type ListedMessages, type ListPage, listMessages } from './list-store.ts'
import { getOriginal } from './originals.ts'
import { readQuery } from './search-query.ts'
import { sweepOriginals } from './sweep-originals.ts'
import { resumeTexts, startTexts } from './texts-job.ts'
import { findMessage, findMessageView, type StoredMessage } from './view-store.ts'

export interface EvidenceParts extends ImportParts {
  jobs: JobRunner
  /** Numbers of the exhibits a message stands in; the exhibits feature knows, and comes after this one. */
  exhibitNumbersOf(reader: Reader, messageId: string): readonly string[]
}

export type EvidenceService = ReturnType<typeof createEvidenceService>

/** Correspondence of a case: taken in, listed, read, given back byte for byte. */
export function createEvidenceService(parts: EvidenceParts) {
  const { store, audit, files, reader, clock, ids, jobs } = parts

  const getMessage = (messageId: string): StoredMessage => {
    const found = findMessage(store.read, messageId)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }
  const original = async (messageId: string): Promise<Buffer> =>
    getOriginal(store.read, files, getMessage(messageId).originalSha256)

  /** What `read` makes of a message that could be read when it came in, and may now fail the reader after all. */
  const readable = async <T>(messageId: string, read: (bytes: Buffer) => Promise<T>): Promise<T> => {
    if (getMessage(messageId).unreadable) throw refusal('MESSAGE_UNREADABLE')
    try {
      return await read(await original(messageId))
    } catch (cause) {
      throw cause instanceof MailReaderError ? refusal('MESSAGE_UNREADABLE', { cause }) : cause
    }
  }

  return {
    /** To be called at the opening: see `sweep-originals.ts`. */
    sweep: (storeId: string) => sweepOriginals(parts, storeId),

    /** To be called at the opening: see `index-job.ts`. Gives the id of the job, null where nothing is to be done. */
    renewIndex: () => renewIndex(parts),

    /** To be called at the opening: see `texts-job.ts`. */
    resumeTexts: () => resumeTexts(parts),

    /** Starts taking in `paths`. @throws Refusal NOT_FOUND, JOB_RUNNING */
    import(caseId: string, paths: readonly string[]): { jobId: string; importId: string } {
      if (!findCase(store.read, caseId)) throw refusal('NOT_FOUND')
      const [jobId, importId, at] = [ids.next(), ids.next(), clock.now()]
      jobs.start(
        { id: jobId, kind: 'evidence.import', caseId, subjectId: importId },
        (writer) => {
          addImport(writer, importId, caseId, at)
          audit.append(writer, { act: 'import.started', objectId: importId, facts: { case: factId(caseId) } })
        },
        async (context) => {
          await runImport(parts, { caseId, importId }, paths, context)
          startTexts(parts, caseId)
        },
      )
      return { jobId, importId }
    },

    list({ search, ...page }: Omit<ListPage, 'query'> & { search: string }): ListedMessages {
      const query = readQuery(search)
      if (query === null && search.trim() !== '') return { rows: [], total: 0, hiddenCopies: 0 }
      return listMessages(store.read, { ...page, query })
    },

    countByFilter: (page: { caseId: string; search: string; filter: MessageFilter }) =>
      countByFilter(store.read, page),

    /** @throws Refusal NOT_FOUND */
    findIn({ messageId, search }: { messageId: string; search: string }): FoundPlaces {
      const { text } = getMessage(messageId)
      const query = readQuery(search)
      return query ? findInMessage(store.read, messageId, text, query) : { text: [], attachments: [] }
    },

    /** @throws Refusal NOT_FOUND */
    findInAttachment(asked: { messageId: string; partPath: string; search: string }) {
      getMessage(asked.messageId)
      const found = findInAttachment(store.read, asked.messageId, asked.partPath, readQuery(asked.search))
      if (!found) throw refusal('NOT_FOUND')
      return found
    },

    /** @throws Refusal NOT_FOUND */
    get(messageId: string): MessageView {
      const view = findMessageView(store.read, messageId, parts.exhibitNumbersOf(store.read, messageId))
      if (!view) throw refusal('NOT_FOUND')
      return view
    },

    listImports: (caseId: string): ImportReceipt[] => listReceipts(store.read, caseId),

    /** @throws Refusal NOT_FOUND */
    getReceipt(page: { importId: string; outcome: IntakeOutcome | null; offset: number; limit: number }): {
      receipt: ImportReceipt
      lines: ReceiptLine[]
      total: number
    } {
      const receipt = findReceipt(store.read, page.importId)
      if (!receipt) throw refusal('NOT_FOUND')
      return { receipt, ...listReceiptLines(store.read, page) }
    },

    /** The bytes as received. @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED */
    original,

    /** The original, and how its file ends by what it is. @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED */
    async originalFile(messageId: string): Promise<{ bytes: Buffer; extension: string }> {
      const bytes = await original(messageId)
      const message = getMessage(messageId)
      const { caseId, originalSha256 } = message
      if (message.form === 'chat')
        return { bytes, extension: extname(findSourceName(store.read, caseId, originalSha256) ?? '') }
      return { bytes, extension: originalExtension(message, bytes) }
    },

    /** The body, its HTML made harmless. @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE */
    async body(messageId: string): Promise<MessageBody> {
      const message = getMessage(messageId)
      if (message.form === 'document') return documentPage(store.read, message, await original(messageId))
      if (message.form !== 'mail') return documentBody(message)
      return readable(messageId, (bytes) => reader.body(bytes, getMessage(messageId).charset))
    },

    /** The decoded bytes of one part. @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE */
    async part(messageId: string, partPath: string): Promise<MessagePart> {
      const message = getMessage(messageId)
      if (message.form === 'chat') throw refusal('NOT_FOUND')
      const part =
        message.form === 'document'
          ? documentPart(store.read, message, await original(messageId), partPath)
          : await readable(messageId, (bytes) => reader.part(bytes, partPath, message.charset))
      if (!part) throw refusal('NOT_FOUND')
      return part
    },
  }
}
