import type {
  AuthenticityReading,
  CopyDifference,
  DkimKey,
  Finding,
  KeptKey,
  KeyName,
  Provenance,
  ScoreLine,
} from '@bridge/model/authenticity.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { refusal } from '@bridge/refusal.ts'
import { checkParents } from '../../authenticity/check-parents.ts'
import { type Copy, compareCopies } from '../../authenticity/compare-copies.ts'
import { scoreCard } from '../../authenticity/score-card.ts'
import { factId } from '../../platform/facts.ts'
import { MailReaderError } from '../../workers/mail-reader.ts'
import { findCase } from '../cases/index.ts'
import { findMessage, getOriginal, type StoredMessage } from '../evidence/index.ts'
import type { AuthenticityParts } from './authenticity-parts.ts'
import { listCopies, listParents } from './case-store.ts'
import { gatherFacts } from './gather-facts.ts'
import { keepKeys } from './keep-keys.ts'
import { listKeys, listKeysNamed, withdrawKey } from './keys-store.ts'
import { composeLookup } from './lookup.ts'
import { type Marked, setMark } from './marks-store.ts'
import { findProvenance, hasImport, setProvenance } from './provenances-store.ts'

export interface TestedMessage {
  findings: Finding[]
  score: ScoreLine[]
  keys: (KeyName & { kept: boolean })[]
  /** The kept keys it was tested with. */
  used: KeptKey[]
}

export type AuthenticityService = ReturnType<typeof createAuthenticityService>

/** Tests of messages on demand, and what a person says so that more can be tested. */
export function createAuthenticityService(parts: AuthenticityParts) {
  const { store, audit, clock } = parts

  const getMessage = (messageId: string): StoredMessage => {
    const found = findMessage(store.read, messageId)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }
  const readable = async <T>(message: StoredMessage, read: (bytes: Buffer) => Promise<T>): Promise<T> => {
    if (message.unreadable) throw refusal('MESSAGE_UNREADABLE')
    try {
      return await read(await getOriginal(store.read, parts.files, message.originalSha256))
    } catch (cause) {
      throw cause instanceof MailReaderError ? refusal('MESSAGE_UNREADABLE', { cause }) : cause
    }
  }
  const read = (message: StoredMessage, keys: readonly KeptKey[]): Promise<AuthenticityReading> =>
    readable(message, (bytes) => parts.tester.test(bytes, keys))
  const copyOf = async (messageId: string): Promise<Copy> => {
    const message = getMessage(messageId)
    const parsed = await readable(message, (bytes) => parts.reader.message(bytes))
    return { message: parsed, fields: (await read(message, [])).fields }
  }

  return {
    /** @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE */
    async test(messageId: string): Promise<TestedMessage> {
      const message = getMessage(messageId)
      if (message.form !== 'mail')
        return { findings: [], score: scoreCard(gatherFacts(store.read, message, [])), keys: [], used: [] }
      const names = await readable(message, (bytes) => parts.tester.keyNames(bytes))
      const used = listKeysNamed(store.read, names)
      const { findings, sentAt } = await read(message, used)
      const all = [...findings, ...checkParents(sentAt, listParents(store.read, message))]
      const kept = new Set(used.map(({ domain, selector }) => `${selector} ${domain}`))
      return {
        findings: all,
        score: scoreCard(gatherFacts(store.read, message, all)),
        keys: names.map((name) => ({ ...name, kept: kept.has(`${name.selector} ${name.domain}`) })),
        used,
      }
    },

    /** @throws Refusal NOT_FOUND */
    mark(messageId: string, marked: Marked): void {
      getMessage(messageId)
      store.write((writer) => {
        setMark(writer, messageId, marked, clock.now())
        audit.append(writer, {
          act: 'score.marked',
          objectId: messageId,
          facts: {
            factor: marked.factor,
            strong: marked.mark === 'strong',
            known: marked.mark !== 'not-known',
          },
        })
      })
    },

    /** @throws Refusal NOT_FOUND */
    listCopies: (messageId: string): MessageRef[] => listCopies(store.read, getMessage(messageId)),

    /** @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE */
    compare: async (leftId: string, rightId: string): Promise<CopyDifference[]> =>
      compareCopies(await copyOf(leftId), await copyOf(rightId)),

    listKeys: (): DkimKey[] => listKeys(store.read),

    addKeys: keepKeys(parts),

    /** @throws Refusal NOT_FOUND */
    withdrawKey(keyId: string): void {
      store.write((writer) => {
        if (!withdrawKey(writer, keyId, clock.now())) throw refusal('NOT_FOUND')
        audit.append(writer, { act: 'key.withdrawn', objectId: keyId })
      })
    },

    /** The look-up sheet of a case: its text, how many names it has, and of how many messages none could be read. */
    async lookup(caseId: string): Promise<{ text: string; names: number; unread: number }> {
      if (!findCase(store.read, caseId)) throw refusal('NOT_FOUND')
      return composeLookup(parts, caseId)
    },

    /** @throws Refusal NOT_FOUND */
    getProvenance(importId: string): Provenance | null {
      if (!hasImport(store.read, importId)) throw refusal('NOT_FOUND')
      return findProvenance(store.read, importId) ?? null
    },

    /** @throws Refusal NOT_FOUND */
    stateProvenance(importId: string, said: Provenance): void {
      if (!hasImport(store.read, importId)) throw refusal('NOT_FOUND')
      store.write((writer) => {
        setProvenance(writer, importId, said, clock.now())
        audit.append(writer, {
          act: 'provenance.stated',
          objectId: importId,
          facts: { import: factId(importId) },
        })
      })
    },
  }
}
