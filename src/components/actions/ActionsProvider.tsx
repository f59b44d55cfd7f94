import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { isNeededBy, keysOf } from './match-keys.ts'

/** Something the lawyer can do now: listed in the palette, run by its keys. */
export interface Action {
  id: string
  label: string
  /** Heading it stands under in the palette and the help. */
  group: string
  /** Written as `keysOf` names them: `mod+k`, `j`. */
  keys?: string
  /** More keys that do the same. */
  alsoKeys?: readonly string[]
  run: () => void
}

interface Registry {
  put: (owner: symbol, actions: readonly Action[]) => void
  drop: (owner: symbol) => void
  /** All that can be done now; what was offered last comes first. */
  all: () => readonly Action[]
}

const ActionsContext = createContext<Registry | null>(null)

const makeRegistry = (): Registry => {
  const owned = new Map<symbol, readonly Action[]>()
  return {
    put: (owner, actions) => owned.set(owner, actions),
    drop: (owner) => owned.delete(owner),
    all: () => [...owned.values()].reverse().flat(),
  }
}

/** Runs shortcuts for everything inside. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(makeRegistry)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const keys = keysOf(event)
      if (isNeededBy(event.target, keys)) return
      const action = registry.all().find((one) => one.keys === keys || one.alsoKeys?.includes(keys))
      if (!action) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
  return <ActionsContext value={registry}>{children}</ActionsContext>
}

const useRegistry = (): Registry => {
  const registry = use(ActionsContext)
  if (!registry) throw new Error('actions outside their provider')
  return registry
}

/** Offers actions for as long as the component is on the screen. */
export function useActions(actions: readonly Action[]): void {
  const registry = useRegistry()
  const owner = useRef<symbol>(undefined)
  useEffect(() => {
    owner.current ??= Symbol('actions')
    registry.put(owner.current, actions)
  })
  useEffect(
    () => () => {
      if (owner.current) registry.drop(owner.current)
    },
    [registry],
  )
}

/** Reads what can be done at this moment. */
export const useListActions = (): (() => readonly Action[]) => useRegistry().all
