import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isText, useSealedDraft } from '../../ipc/use-sealed-draft.ts'

/** Where nobody has gone anywhere yet. */
const START = '/'

/** Goes back, after a lock or a restart, to where the lawyer was. The place lies sealed in the vault like all she typed. */
export function usePlace(): void {
  const { left, keep } = useSealedDraft('place', isText)
  const [here, go] = useLocation()
  const isBack = useRef(false)
  useEffect(() => {
    const returns = !isBack.current && here === START && left !== undefined && left !== START
    isBack.current = true
    if (returns) go(left, { replace: true })
    else keep(here)
  }, [here, left, go, keep])
}
