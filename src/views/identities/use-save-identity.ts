import type { BridgeError } from '@bridge/errors.ts'
import type { BasisDraft, IdentityDraft } from '@bridge/model/identity.ts'
import { useCommand } from '../../ipc/use-command.ts'

interface Saving {
  /** True where everything was kept. */
  save: (draft: IdentityDraft, bases: readonly BasisDraft[]) => Promise<boolean>
  error: BridgeError | null
  running: boolean
}

/** Adds an identity with its bases, or changes the one that is open and adds the bases to it. */
export function useSaveIdentity(caseId: string, identityId: string | undefined): Saving {
  const add = useCommand('identities.add')
  const change = useCommand('identities.change')
  const addBasis = useCommand('identities.addBasis')
  return {
    error: add.error ?? change.error ?? addBasis.error ?? null,
    running: add.running || change.running || addBasis.running,
    save: async (draft, bases) => {
      if (identityId === undefined) return (await add.run({ caseId, draft, bases: [...bases] })).ok
      if (!(await change.run({ identityId, draft })).ok) return false
      for (const basis of bases) if (!(await addBasis.run({ identityId, basis })).ok) return false
      return true
    },
  }
}
