import type { BasisDraft, Identity, IdentityDraft, Sender } from '@bridge/model/identity.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { Writer } from '../../store/store.ts'
import {
  addIdentity,
  advanceRevision,
  changeIdentity,
  findCase,
  findIdentity,
  identityKey,
  listIdentities as listRows,
  removeIdentity,
  type StoredIdentity,
} from '../cases/index.ts'
import { findMessage } from '../evidence/index.ts'
import { addBasis, removeBasis } from './bases-store.ts'
import { saysSo } from './contract-mentions-store.ts'
import { listIdentities } from './list-identities.ts'
import { listSenders } from './list-senders.ts'
import { type PrintParts, printTable } from './print-table.ts'

export type IdentitiesService = ReturnType<typeof createIdentitiesService>

/** Whose an address is, and why. The app proposes from the correspondence; only the lawyer enters. */
export function createIdentitiesService(parts: PrintParts) {
  const { store, audit, clock, ids } = parts

  const getIdentity = (writer: Writer, identityId: string): StoredIdentity => {
    const found = findIdentity(writer, identityId)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }

  const enterBasis = (writer: Writer, { id, caseId }: StoredIdentity, draft: BasisDraft): string => {
    const { messageId, quote } = draft
    if (messageId !== null && findMessage(writer, messageId)?.caseId !== caseId) throw refusal('NOT_FOUND')
    const isThere = quote === '' || (messageId !== null && saysSo(writer, messageId, quote))
    if (!quote.isWellFormed() || !isThere) throw refusal('PASSAGE_NOT_FOUND')
    const basisId = ids.next()
    addBasis(writer, { ...draft, id: basisId, identityId: id, addedAt: clock.now() })
    const facts = { identity: factId(id), shown: messageId !== null, quoteLength: quote.length }
    audit.append(writer, { act: 'basis.added', objectId: basisId, facts })
    return basisId
  }

  return {
    list: (caseId: string): Identity[] => listIdentities(store.read, caseId),

    /** @throws Refusal NOT_FOUND */
    listSenders(page: { caseId: string; offset: number; limit: number }): {
      senders: Sender[]
      total: number
    } {
      const matter = findCase(store.read, page.caseId)
      if (!matter) throw refusal('NOT_FOUND')
      return listSenders(store.read, matter, page)
    },

    /** @throws Refusal NOT_FOUND, IDENTITY_KNOWN; PASSAGE_NOT_FOUND where a message does not say what a basis quotes */
    add(caseId: string, draft: IdentityDraft, bases: readonly BasisDraft[]): string {
      const identityId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        if (!findCase(writer, caseId)) throw refusal('NOT_FOUND')
        const value = identityKey(draft)
        refuseKnown(writer, { ...draft, value, caseId, id: identityId })
        addIdentity(writer, { ...draft, value, id: identityId, caseId, addedAt: at })
        advanceRevision(writer, caseId, at)
        const facts = { case: factId(caseId), bases: bases.length }
        audit.append(writer, { act: 'identity.added', objectId: identityId, facts })
        const row = getIdentity(writer, identityId)
        for (const basis of bases) enterBasis(writer, row, basis)
      })
      return identityId
    },

    /** @throws Refusal NOT_FOUND, IDENTITY_KNOWN */
    change(identityId: string, draft: IdentityDraft): void {
      store.write((writer) => {
        const { caseId } = getIdentity(writer, identityId)
        const value = identityKey(draft)
        refuseKnown(writer, { ...draft, value, caseId, id: identityId })
        changeIdentity(writer, identityId, { ...draft, value })
        advanceRevision(writer, caseId, clock.now())
        audit.append(writer, { act: 'identity.changed', objectId: identityId })
      })
    },

    /** @throws Refusal NOT_FOUND */
    remove(identityId: string): void {
      store.write((writer) => {
        const { caseId } = getIdentity(writer, identityId)
        removeIdentity(writer, identityId)
        advanceRevision(writer, caseId, clock.now())
        const facts = { case: factId(caseId) }
        audit.append(writer, { act: 'identity.removed', objectId: identityId, facts })
      })
    },

    /** @throws Refusal NOT_FOUND, PASSAGE_NOT_FOUND */
    addBasis: (identityId: string, draft: BasisDraft): string =>
      store.write((writer) => enterBasis(writer, getIdentity(writer, identityId), draft)),

    /** @throws Refusal NOT_FOUND */
    removeBasis(basisId: string): void {
      store.write((writer) => {
        const identityId = removeBasis(writer, basisId)
        if (identityId === undefined) throw refusal('NOT_FOUND')
        const facts = { identity: factId(identityId) }
        audit.append(writer, { act: 'basis.removed', objectId: basisId, facts })
      })
    },

    /** @throws Refusal NOT_FOUND where there is no such case or it has no identities, PRINT_FAILED */
    print: printTable(parts),
  }
}

/** The same address of the same side stands in the table once. */
function refuseKnown(
  writer: Writer,
  row: Pick<StoredIdentity, 'id' | 'caseId' | 'side' | 'kind' | 'value'>,
): void {
  const same = listRows(writer, row.caseId).find(
    ({ id, side, kind, value }) =>
      id !== row.id && side === row.side && kind === row.kind && value === row.value,
  )
  if (same) throw refusal('IDENTITY_KNOWN')
}
