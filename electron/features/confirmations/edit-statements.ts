import type { Channel } from '@bridge/model/channel.ts'
import { dayWritten } from '@bridge/model/day-written.ts'
import type { StatementKind } from '@bridge/model/statement.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { findMessage, findMessageRef } from '../evidence/index.ts'
import { getStatement } from './get-statement.ts'
import { addStatement, changeStatement, isInExhibit, removeStatement } from './statements-store.ts'

/** What was said outside e-mail, as the lawyer types it in. */
export interface TypedStatement {
  caseId: string
  kind: StatementKind
  channel: Channel
  quote: string
  speaker: string
  saidOn: string | null
}

/** Statements as the lawyer makes them: marked in a message or typed in, changed, asked about, taken out. */
export function editStatements({ store, audit, clock, ids }: ServiceParts) {
  return {
    /** @throws Refusal NOT_FOUND; PASSAGE_NOT_FOUND where the message does not say so at that place */
    mark(passage: { messageId: string; kind: StatementKind; quote: string; quoteStart: number }): string {
      const { messageId, kind, quote, quoteStart } = passage
      const message = findMessage(store.read, messageId)
      if (!message) throw refusal('NOT_FOUND')
      // Half a character could not be written down again as it stands.
      const exact = quote.isWellFormed() && message.text.startsWith(quote, quoteStart)
      if (!exact) throw refusal('PASSAGE_NOT_FOUND')
      const from = findMessageRef(store.read, messageId)
      const statementId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        addStatement(writer, {
          id: statementId,
          caseId: message.caseId,
          kind,
          channel: message.channel,
          messageId,
          quote,
          quoteStart,
          speaker: from?.fromName || from?.fromAddress || '',
          saidOn: message.sentAt && dayWritten(message.sentAt, message.sentZoneMinutes),
          createdAt: at,
        })
        const facts = {
          case: factId(message.caseId),
          message: factId(messageId),
          start: quoteStart,
          length: quote.length,
        }
        audit.append(writer, { act: 'statement.marked', objectId: statementId, facts })
      })
      return statementId
    },

    /** @throws Refusal NOT_FOUND */
    type(typed: TypedStatement): string {
      if (!findCase(store.read, typed.caseId)) throw refusal('NOT_FOUND')
      const statementId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        addStatement(writer, { ...typed, id: statementId, createdAt: at })
        audit.append(writer, {
          act: 'statement.typed',
          objectId: statementId,
          facts: { case: factId(typed.caseId) },
        })
      })
      return statementId
    },

    /** @throws Refusal NOT_FOUND */
    changeKind(statementId: string, kind: StatementKind): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        changeStatement(writer, statementId, { kind })
        audit.append(writer, { act: 'statement.changed', objectId: statementId })
      })
    },

    /** @throws Refusal NOT_FOUND; STATEMENT_IN_USE while an exhibit shows it */
    remove(statementId: string): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        if (isInExhibit(writer, statementId)) throw refusal('STATEMENT_IN_USE')
        removeStatement(writer, statementId)
        audit.append(writer, { act: 'statement.removed', objectId: statementId })
      })
    },

    /** @throws Refusal NOT_FOUND */
    setAsked(statementId: string, askedOn: string | null): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        changeStatement(writer, statementId, { askedOn })
        const facts = { asked: askedOn !== null }
        audit.append(writer, { act: 'statement.asked', objectId: statementId, facts })
      })
    },
  }
}
