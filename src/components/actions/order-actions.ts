import type { Action } from './ActionsProvider.tsx'

/** Each action once, what belongs to the place before what works everywhere. */
export function orderActions(actions: readonly Action[], everywhere: string): readonly Action[] {
  const once = [...new Map(actions.map((action) => [action.id, action])).values()]
  const isWide = ({ group }: Action): number => (group === everywhere ? 1 : 0)
  return once.sort((a, b) => isWide(a) - isWide(b))
}
