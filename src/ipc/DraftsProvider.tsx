import type { BridgeError } from '@bridge/errors.ts'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts'
import { useQuery } from './use-query.ts'

const DraftsContext = createContext<DraftKeeper | null>(null)

/** The keeper of what is typed. */
export function useDraftKeeper(): DraftKeeper {
  const keeper = use(DraftsContext)
  if (!keeper) throw new Error('a form outside the open vault')
  return keeper
}

interface DraftsProviderProps {
  onTrouble: (error: BridgeError) => void
  /** Shown until the drafts are at hand: a form must not open without what was left in it. */
  waiting: ReactNode
  children: ReactNode
}

/** Around everything that is shown of an open vault: brings back what was typed before a lock, and seals what is typed. */
export function DraftsProvider({ onTrouble, waiting, children }: DraftsProviderProps) {
  const { data, error } = useQuery('drafts.list', {})
  const [keeper, setKeeper] = useState<DraftKeeper>()
  // Without its drafts the vault is still of use.
  if (!keeper && (data || error)) setKeeper(createDraftKeeper(data?.drafts ?? [], { onTrouble }))
  useEffect(() => {
    if (!keeper) return
    const flush = (): void => void keeper.flush()
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
    }
  }, [keeper])
  return keeper ? <DraftsContext value={keeper}>{children}</DraftsContext> : waiting
}
