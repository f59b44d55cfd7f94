import { CHARSETS, type CharsetName } from '@bridge/model/charset.ts'
import type { ParsedMessage } from '@bridge/model/message.ts'
import { refusal } from '@bridge/refusal.ts'
import type { FileStore } from '../../files/index.ts'
import { factId } from '../../platform/facts.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'
import {
  addReadMessage,
  findMessage,
  fingerprintOf,
  getOriginal,
  isRestedOn,
  type StoredMessage,
} from '../evidence/index.ts'
import { hasTwin, withdraw } from './readings-store.ts'

export interface ReadingsParts extends ServiceParts {
  files: FileStore
  reader: MailReader
}

export type ReadingsService = ReturnType<typeof createReadingsService>

const PREVIEW_LENGTH = 4_000

/** How one message reads in the charsets it may be in, and the choice of one. */
export function createReadingsService({ store, audit, clock, ids, files, reader }: ReadingsParts) {
  const getReadable = (messageId: string): StoredMessage => {
    const found = findMessage(store.read, messageId)
    if (!found || found.withdrawnAt !== null) throw refusal('NOT_FOUND')
    if (found.unreadable !== null || found.form !== 'mail') throw refusal('MESSAGE_UNREADABLE')
    return found
  }

  const readIn = async (message: StoredMessage, charset: CharsetName | null): Promise<ParsedMessage> => {
    const bytes = await getOriginal(store.read, files, message.originalSha256)
    try {
      return await reader.message(bytes, charset)
    } catch (cause) {
      throw cause instanceof MailReaderError ? refusal('MESSAGE_UNREADABLE', { cause }) : cause
    }
  }

  return {
    /**
     * Subject and beginning of the text as `charset` gives them, null for the labels and the reader's guess; `lostCount` counts
     * the octets that mean nothing in it. @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE
     */
    async preview(messageId: string, charset: CharsetName | null) {
      const { subject, text } = await readIn(getReadable(messageId), charset)
      const lostCount = `${subject}${text}`.split('\uFFFD').length - 1
      return { subject, text: text.slice(0, PREVIEW_LENGTH).toWellFormed(), lostCount }
    },

    /**
     * Puts the reading in `charset` in the place of the present one, and gives the id it has.
     * @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE; MESSAGE_IN_USE where something rests on its words
     */
    async choose(messageId: string, charset: CharsetName | null): Promise<string> {
      const former = getReadable(messageId)
      if (former.charset === charset) return messageId
      const message = await readIn(former, charset)
      const fingerprint = fingerprintOf(message)
      const at = clock.now()
      const id = ids.next()
      store.write((writer) => {
        const { caseId, threadId, originalSha256, copyOf } = former
        if (isRestedOn(writer, messageId) || hasTwin(writer, { caseId, messageId, fingerprint }))
          throw refusal('MESSAGE_IN_USE')
        withdraw(writer, messageId, at)
        const readingOf = former.readingOf ?? former.id
        const row = {
          id,
          caseId,
          threadId,
          originalSha256,
          addedAt: former.addedAt,
          charset,
          readingOf,
          copyOf,
        }
        addReadMessage(writer, row, fingerprint, message)
        const chosen = charset === null ? 0 : CHARSETS.indexOf(charset) + 1
        const facts = { case: factId(caseId), former: factId(messageId), chosen }
        audit.append(writer, { act: 'message.reread', objectId: id, facts })
      })
      return id
    },
  }
}
