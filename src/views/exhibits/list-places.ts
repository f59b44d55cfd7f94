import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import type { ListRow } from './list-rows.ts'
import type { Place } from './set-changes.ts'

/** Which half of a row the pointer is over. */
export type Edge = 'before' | 'after'

/** Where an exhibit stands; undefined where it is not on the list. */
export function placeOf(
  { groups }: ExhibitSet,
  exhibitId: string,
): (Place & { groupAt: number }) | undefined {
  for (const [groupAt, group] of groups.entries()) {
    const position = group.exhibits.findIndex(({ id }) => id === exhibitId)
    if (position >= 0) return { groupId: group.id, groupAt, position }
  }
  return undefined
}

/** One step up or down, over the edge of a group into the next one; undefined at either end of the list. */
export function stepPlace(set: ExhibitSet, exhibitId: string, step: 1 | -1): Place | undefined {
  const place = placeOf(set, exhibitId)
  const group = place && set.groups[place.groupAt]
  if (!group) return undefined
  const position = place.position + step
  if (position >= 0 && position < group.exhibits.length) return { groupId: group.id, position }
  const next = set.groups[place.groupAt + step]
  return next && { groupId: next.id, position: step > 0 ? 0 : next.exhibits.length }
}

/** One step up or down among the groups; undefined at either end. */
export function stepGroup({ groups }: ExhibitSet, groupId: string, step: 1 | -1): number | undefined {
  const at = groups.findIndex(({ id }) => id === groupId) + step
  return at >= 0 && at < groups.length ? at : undefined
}

/** Where an exhibit lands when it is let go over a row. Above the first group's head means into that group. */
export function dropPlace(set: ExhibitSet, exhibitId: string, over: ListRow, edge: Edge): Place | undefined {
  const from = placeOf(set, exhibitId)
  if (!from) return undefined
  if (over.kind === 'group') {
    const above = edge === 'before' ? set.groups[over.groupAt - 1] : undefined
    if (!above) return { groupId: over.id, position: 0 }
    const others = above.exhibits.filter(({ id }) => id !== exhibitId)
    return { groupId: above.id, position: others.length }
  }
  const target = over.at + (edge === 'after' ? 1 : 0)
  const isBehind = from.groupId === over.group.id && from.position < target
  return { groupId: over.group.id, position: isBehind ? target - 1 : target }
}

/** Where a group lands when it is let go over a row: it takes the place of the group the row belongs to. */
export function dropGroup({ groups }: ExhibitSet, over: ListRow): number {
  const groupId = over.group.id
  return groups.findIndex(({ id }) => id === groupId)
}
