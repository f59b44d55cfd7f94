import { useCallback, useEffect } from 'react'
import { keysOf } from '../../components/actions/match-keys.ts'
import { useDraftKeeper } from '../../ipc/DraftsProvider.tsx'
import { useCommand } from '../../ipc/use-command.ts'

export const LOCK_KEYS = 'mod+l'

/**
 * Locks the vault, by the function it answers and by its keys, which no dialog and no field may keep for itself. What is typed
 * is sealed first; main answers calls in their order, so nothing waits for anything.
 */
export function useLock(): () => void {
  const keeper = useDraftKeeper()
  const { run } = useCommand('vault.lock')
  const lock = useCallback(() => {
    void keeper.flush()
    void run({})
  }, [keeper, run])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (keysOf(event) !== LOCK_KEYS) return
      event.preventDefault()
      lock()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [lock])
  return lock
}
