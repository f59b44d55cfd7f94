import type { BridgeError } from '@bridge/errors.ts'
import type { CaseDraft } from '@bridge/model/case.ts'
import { useCommand } from '../../ipc/use-command.ts'

interface SaveCase {
  /** Saves, changing the revision it was read at; answers with the case's id, or null where it failed. */
  save: (draft: CaseDraft, revision: number) => Promise<string | null>
  error: BridgeError | null
  running: boolean
  forget: () => void
}

/** Opens a new case, or changes the one with this id. */
export function useSaveCase(caseId: string | undefined): SaveCase {
  const add = useCommand('cases.add')
  const change = useCommand('cases.change')
  const used = caseId ? change : add
  return {
    save: async (draft, revision) => {
      if (caseId) return (await change.run({ caseId, revision, draft })).ok ? caseId : null
      const reply = await add.run(draft)
      return reply.ok ? reply.value.caseId : null
    },
    error: used.error,
    running: used.running,
    forget: used.forget,
  }
}
