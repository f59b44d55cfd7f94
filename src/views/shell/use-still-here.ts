import { useEffect } from 'react'
import { ask } from '../../ipc/client.ts'

const EVENTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
/** Often enough for minutes. */
const AT_MOST_EVERY_MS = 5_000

/** Tells main that somebody is at the window, so that the vault does not lock by itself under her hands. */
export function useStillHere(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const tell = (): void => {
      if (performance.now() - last < AT_MOST_EVERY_MS) return
      last = performance.now()
      void ask('vault.stillHere', {})
    }
    for (const event of EVENTS) window.addEventListener(event, tell, { capture: true, passive: true })
    return () => {
      for (const event of EVENTS) window.removeEventListener(event, tell, { capture: true })
    }
  }, [])
}
