import type { Finding } from '@bridge/model/authenticity.ts'
import type { ScoreFacts } from '../../authenticity/score-card.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, isWithin, listKnownIdentities, listMailboxes } from '../cases/index.ts'
import {
  listAttachments,
  listCustodyOf,
  listPeople,
  listStatementStates,
  type StoredMessage,
} from '../evidence/index.ts'
import { countElsewhere, threadFacts } from './case-store.ts'
import { listMarks } from './marks-store.ts'
import { listProvenancesOf } from './provenances-store.ts'

/** What the case knows of a message's strength, beside what its bytes say. */
export function gatherFacts(
  reader: Reader,
  message: StoredMessage,
  findings: readonly Finding[],
): ScoreFacts {
  const provenances = listProvenancesOf(reader, message.id)
  const files = listAttachments(reader, message.id).filter(({ inline }) => !inline)
  const { messages, senders, missing } = threadFacts(reader, message)
  return {
    form: message.form,
    readable: message.unreadable === null,
    findings,
    accounts: provenances.map(({ account, mailbox }) => (account || mailbox).toLowerCase()).filter(Boolean),
    provenanceStated: provenances.length > 0,
    identity: identityOf(reader, message),
    thread: { messages, bothSides: bothSidesWrite(reader, message.caseId, senders), missing },
    attachments: {
      count: files.length,
      elsewhere: countElsewhere(
        reader,
        message,
        files.map(({ sha256 }) => sha256),
      ),
    },
    custodyLines: listCustodyOf(reader, message.id).length,
    confirmation: confirmationOf(reader, message.id),
    marks: listMarks(reader, message.id),
  }
}

function identityOf(reader: Reader, { id, caseId }: StoredMessage): ScoreFacts['identity'] {
  const senders = listPeople(reader, id).from
  const matching = listKnownIdentities(reader, caseId).filter(
    ({ kind, value }) =>
      (kind === 'email' || kind === 'domain') && senders.some(({ address }) => isWithin(address, value)),
  )
  if (matching.length === 0) return 'unlisted'
  return matching.some(({ founded }) => founded) ? 'founded' : 'listed'
}

function bothSidesWrite(reader: Reader, caseId: string, senders: readonly string[]): boolean {
  return (['client', 'counterparty'] as const).every((side) => {
    const mailboxes = listMailboxes(reader, caseId, side)
    return senders.some((address) => isMailboxOf(address, mailboxes))
  })
}

function confirmationOf(reader: Reader, messageId: string): ScoreFacts['confirmation'] {
  const states = listStatementStates(reader, [messageId]).get(messageId) ?? []
  if (states.length === 0) return 'unmarked'
  if (states.includes('denied')) return 'denied'
  return states.includes('confirmed') ? 'confirmed' : 'open'
}
