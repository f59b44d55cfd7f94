import type { PieceStanding, Translation, TranslationDraft } from '@bridge/model/translation.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { ServiceParts } from '../cases/index.ts'
import { findMessage, listAttachments } from '../evidence/index.ts'
import { listMessagesInExhibits } from './exhibited-store.ts'
import { listStandings } from './list-standings.ts'
import {
  addTranslation,
  changeTranslation,
  findTranslation,
  listTranslationsOf,
  removeTranslation,
} from './translations-store.ts'

/** What is translated: a whole message, a passage of it word for word, or one of its files. */
export type Translated =
  | { what: 'message'; messageId: string }
  | { what: 'passage'; messageId: string; quote: string; quoteStart: number }
  | { what: 'file'; messageId: string; partPath: string }

export type TranslationsService = ReturnType<typeof createTranslationsService>

export function createTranslationsService({ store, audit, clock, ids }: ServiceParts) {
  /** @throws Refusal NOT_FOUND, PASSAGE_NOT_FOUND */
  const placeOf = (of: Translated) => {
    const message = findMessage(store.read, of.messageId)
    if (!message) throw refusal('NOT_FOUND')
    const whole = {
      caseId: message.caseId,
      messageId: message.id,
      partPath: null,
      quote: null,
      quoteStart: null,
    }
    if (of.what === 'message') return whole
    if (of.what === 'file') {
      const { partPath } = of
      if (!listAttachments(store.read, message.id).some((each) => each.partPath === partPath))
        throw refusal('NOT_FOUND')
      return { ...whole, partPath }
    }
    const { quote, quoteStart } = of
    // Half a character could not be written down again as it stands.
    if (!quote.isWellFormed() || !message.text.startsWith(quote, quoteStart))
      throw refusal('PASSAGE_NOT_FOUND')
    return { ...whole, quote, quoteStart }
  }

  const getTranslation = (id: string) => {
    const found = findTranslation(store.read, id)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }

  return {
    list: (messageId: string): Translation[] => listTranslationsOf(store.read, [messageId]),

    standings: (caseId: string): PieceStanding[] =>
      listStandings(store.read, listMessagesInExhibits(store.read, caseId)),

    /** @throws Refusal NOT_FOUND; PASSAGE_NOT_FOUND where the message does not say so at that place */
    add(of: Translated, draft: TranslationDraft): string {
      const place = placeOf(of)
      const [id, at] = [ids.next(), clock.now()]
      store.write((writer) => {
        addTranslation(writer, { id, ...place, ...draft, createdAt: at, changedAt: at })
        const facts = {
          case: factId(place.caseId),
          message: factId(place.messageId),
          whole: of.what !== 'passage',
        }
        audit.append(writer, { act: 'translation.added', objectId: id, facts })
      })
      return id
    },

    /** @throws Refusal NOT_FOUND */
    change(id: string, draft: TranslationDraft): void {
      const { caseId, messageId } = getTranslation(id)
      store.write((writer) => {
        changeTranslation(writer, id, draft, clock.now())
        const facts = { case: factId(caseId), message: factId(messageId) }
        audit.append(writer, { act: 'translation.changed', objectId: id, facts })
      })
    },

    /** @throws Refusal NOT_FOUND */
    remove(id: string): void {
      const { caseId, messageId } = getTranslation(id)
      store.write((writer) => {
        removeTranslation(writer, id)
        const facts = { case: factId(caseId), message: factId(messageId) }
        audit.append(writer, { act: 'translation.removed', objectId: id, facts })
      })
    },
  }
}
