import type { Perishable, PerishableDraft } from '@bridge/model/forum.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import { lastDay } from '../../rules/forums/last-day.ts'
import { RULE_PACK } from '../../rules/forums/rule-pack.ts'
import type { Reader } from '../../store/store.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { findMessage, listMessageRefs } from '../evidence/index.ts'
import {
  addPerishable,
  changePerishable,
  countUncaptured,
  findPerishable,
  listCaptureIds,
  listPerishables,
  removePerishable,
  type StoredPerishable,
} from './perishables-store.ts'

/** What a platform may delete (CJO-4, CJO-5). The rule states no number of days: the pack's is the app's assumption. */
export function keepPerishables({ store, audit, clock, ids }: ServiceParts) {
  const getPerishable = (reader: Reader, id: string): StoredPerishable => {
    const found = findPerishable(reader, id)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }

  return {
    listPerishables(caseId: string) {
      const rows = listPerishables(store.read, caseId)
      const captureIds = listCaptureIds(store.read, caseId)
      const linked = rows.flatMap(({ capturedMessageId }) => capturedMessageId ?? [])
      const refs = listMessageRefs(store.read, [...new Set([...captureIds, ...linked])])
      return {
        perishables: rows.map((row) => toPerishable(row, refs)).sort(soonest),
        captures: captureIds.flatMap((id) => refs.get(id) ?? []),
        assumedDays: RULE_PACK.perishables.keptDays,
        uncapturedStatements: countUncaptured(store.read, caseId),
      }
    },

    /** @throws Refusal NOT_FOUND */
    addPerishable(caseId: string, draft: PerishableDraft): string {
      const id = ids.next()
      store.write((writer) => {
        if (!findCase(writer, caseId)) throw refusal('NOT_FOUND')
        addPerishable(writer, { ...draft, id, caseId, addedAt: clock.now() })
        const facts = { case: factId(caseId), keptDays: draft.keptDays }
        audit.append(writer, { act: 'perishable.added', objectId: id, facts })
      })
      return id
    },

    /** @throws Refusal NOT_FOUND */
    changePerishable(id: string, draft: PerishableDraft): void {
      store.write((writer) => {
        getPerishable(writer, id)
        changePerishable(writer, id, draft)
        const facts = { keptDays: draft.keptDays }
        audit.append(writer, { act: 'perishable.changed', objectId: id, facts })
      })
    },

    /** @throws Refusal NOT_FOUND where either is not there, or they are of two cases */
    capturePerishable(id: string, messageId: string | null): void {
      store.write((writer) => {
        const { caseId } = getPerishable(writer, id)
        if (messageId !== null && findMessage(writer, messageId)?.caseId !== caseId)
          throw refusal('NOT_FOUND')
        changePerishable(writer, id, { capturedMessageId: messageId })
        const facts = messageId ? { message: factId(messageId) } : { case: factId(caseId) }
        const act = messageId ? 'perishable.captured' : 'perishable.uncaptured'
        audit.append(writer, { act, objectId: id, facts })
      })
    },

    /** @throws Refusal NOT_FOUND */
    removePerishable(id: string): void {
      store.write((writer) => {
        const { caseId } = getPerishable(writer, id)
        removePerishable(writer, id)
        audit.append(writer, { act: 'perishable.removed', objectId: id, facts: { case: factId(caseId) } })
      })
    },
  }
}

const toPerishable = (row: StoredPerishable, refs: ReadonlyMap<string, MessageRef>): Perishable => ({
  ...{ id: row.id, channel: row.channel, title: row.title, endedOn: row.endedOn, keptDays: row.keptDays },
  lastDay: row.endedOn && lastDay(row.endedOn, row.keptDays),
  captured: refs.get(row.capturedMessageId ?? '') ?? null,
})

/** What is not captured and ends first stands first; what is captured last. */
const soonest = (a: Perishable, b: Perishable): number =>
  Number(a.captured !== null) - Number(b.captured !== null) ||
  (a.lastDay ?? '9999').localeCompare(b.lastDay ?? '9999')
