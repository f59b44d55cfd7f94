import type { CaseDraft, CaseRecord, CaseSummary } from '@bridge/model/case.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { factId } from '../../platform/facts.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Store } from '../../store/store.ts'
import type { AuditChain } from '../../vault/audit-chain.ts'
import { addCase, changeCase, findCase, listCases, type Made, setArchived } from './cases-store.ts'

/** What a service is built from. */
export interface ServiceParts {
  store: Store
  audit: AuditChain
  clock: Clock
  ids: Ids
}

export type CasesService = ReturnType<typeof createCasesService>

/** Cases: opened, found, changed, archived. Nothing deletes one. */
export function createCasesService({ store, audit, clock, ids }: ServiceParts) {
  const made = (): Made => ({ at: clock.now(), nextId: () => ids.next() })
  return {
    list(search: string, archived: boolean): CaseSummary[] {
      return listCases(store.read, search.trim().split(/\s+/u).filter(Boolean), archived)
    },

    /** @throws Refusal NOT_FOUND */
    get(caseId: string): CaseRecord {
      const found = findCase(store.read, caseId)
      if (!found) throw refusal('NOT_FOUND')
      return found
    },

    add(draft: CaseDraft): string {
      const caseId = ids.next()
      store.write((writer) => {
        addCase(writer, caseId, draft, made())
        audit.append(writer, { act: 'case.added', objectId: caseId })
      })
      return caseId
    },

    /** @throws Refusal NOT_FOUND; CHANGED_ELSEWHERE where `revision` is no longer the newest */
    change(caseId: string, revision: number, draft: CaseDraft): void {
      store.write((writer) => {
        if (!findCase(writer, caseId)) throw refusal('NOT_FOUND')
        const removed = changeCase(writer, caseId, revision, draft, made())
        if (!removed) throw refusal('CHANGED_ELSEWHERE')
        for (const objectId of removed)
          audit.append(writer, { act: 'identity.removed', objectId, facts: { case: factId(caseId) } })
        audit.append(writer, { act: 'case.changed', objectId: caseId, facts: { revision: revision + 1 } })
      })
    },

    /** @throws Refusal NOT_FOUND */
    archive(caseId: string, archived: boolean): void {
      const at = clock.now()
      store.write((writer) => {
        if (!setArchived(writer, caseId, archived ? at : null)) throw refusal('NOT_FOUND')
        audit.append(writer, { act: archived ? 'case.archived' : 'case.unarchived', objectId: caseId })
      })
    },
  }
}
