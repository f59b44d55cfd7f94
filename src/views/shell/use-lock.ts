import { useCallback } from 'react'
import { useDraftKeeper } from '../../ipc/DraftsProvider.tsx'
import { useCommand } from '../../ipc/use-command.ts'

/** Locks the vault. What is typed is sealed first; main answers calls in their order, so nothing waits for anything. */
export function useLock(): () => void {
  const keeper = useDraftKeeper()
  const { run } = useCommand('vault.lock')
  return useCallback(() => {
    void keeper.flush()
    void run({})
  }, [keeper, run])
}
