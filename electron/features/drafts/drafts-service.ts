import { refusal } from '@bridge/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Store } from '../../store/store.ts'
import { countDrafts, type Draft, dropDraft, findDraft, keepDraft, listDrafts } from './drafts-store.ts'

/** More forms than anybody leaves open; a fault in a view must not fill the disk. */
const MOST_DRAFTS = 200

export type DraftsService = ReturnType<typeof createDraftsService>

/** What was typed and not saved. It is no evidence and no act of the lawyer, so it leaves no line in the audit chain. */
export function createDraftsService({ store, clock }: { store: Store; clock: Clock }) {
  return {
    list: (): Draft[] => listDrafts(store.read),
    /** @throws Refusal DRAFTS_FULL for a new one; what is kept already can still change */
    keep(key: string, text: string): void {
      store.write((writer) => {
        const kept = findDraft(writer, key)
        if (kept?.text === text) return
        if (!kept && countDrafts(writer) >= MOST_DRAFTS) throw refusal('DRAFTS_FULL')
        keepDraft(writer, { key, text }, clock.now())
      })
    },
    drop(key: string): void {
      store.write((writer) => dropDraft(writer, key))
    },
  }
}
