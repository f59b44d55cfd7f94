import type { Exhibit, ExhibitGroup, ExhibitSet } from '@bridge/model/exhibit.ts'

/** A line of the table: the head of a group, or an exhibit in it. */
export type ListRow =
  | { kind: 'group'; id: string; group: ExhibitGroup; groupAt: number }
  | { kind: 'exhibit'; id: string; exhibit: Exhibit; group: ExhibitGroup; at: number }

/** The list as the rows of its table, each group before its exhibits. */
export const listRows = ({ groups }: ExhibitSet): ListRow[] =>
  groups.flatMap((group, groupAt) => [
    { kind: 'group' as const, id: group.id, group, groupAt },
    ...group.exhibits.map((exhibit, at) => ({
      kind: 'exhibit' as const,
      id: exhibit.id,
      exhibit,
      group,
      at,
    })),
  ])

export const countExhibits = ({ groups }: ExhibitSet): number =>
  groups.reduce((count, group) => count + group.exhibits.length, 0)

/** In which exhibits a message or a typed statement stands, by its id. */
export function exhibitNumbersByItem({ groups }: ExhibitSet): Map<string, string[]> {
  const numbers = new Map<string, string[]>()
  for (const { number, items } of groups.flatMap((group) => group.exhibits))
    for (const id of items.flatMap(({ messageId, statementId }) => messageId ?? statementId ?? []))
      numbers.set(id, [...(numbers.get(id) ?? []), number])
  return numbers
}
