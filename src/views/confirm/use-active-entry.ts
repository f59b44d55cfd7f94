import type { Statement } from '@bridge/model/statement.ts'
import { useState } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import type { Entry } from './entries.ts'

interface ActiveEntry {
  active: Entry | undefined
  moveTo: (index: number) => void
  /** On to the next entry nothing was decided about. */
  skip: () => void
}

/**
 * Which answer the lawyer is looking at, and ↑ ↓ between them. First the one that decided, else the best that is open.
 */
export function useActiveEntry({ state }: Statement, entries: readonly Entry[]): ActiveEntry {
  const words = useWords()
  const [activeId, setActiveId] = useState<string>()
  const isDecided = state === 'confirmed' || state === 'denied'
  const chosenAt = entries.findIndex(({ message }) => message.id === activeId)
  const firstOpen = entries.findIndex(({ verdict }) => verdict === null)
  const at = chosenAt >= 0 ? chosenAt : isDecided ? 0 : Math.max(0, firstOpen)
  const active = entries[at]
  const moveTo = (index: number): void => setActiveId(entries[index]?.message.id)
  const group = words.app.groups.confirm
  useActions([
    {
      id: 'next-candidate',
      label: words.confirm.nextCandidate,
      group,
      keys: 'arrowdown',
      run: () => moveTo(Math.min(at + 1, entries.length - 1)),
    },
    {
      id: 'previous-candidate',
      label: words.confirm.previousCandidate,
      group,
      keys: 'arrowup',
      run: () => moveTo(Math.max(at - 1, 0)),
    },
  ])
  return {
    active,
    moveTo,
    skip: () => moveTo(entries.findIndex((entry) => entry !== active && entry.verdict === null)),
  }
}
