import type { Ids } from '../../platform/ids.ts'
import type { Writer } from '../../store/store.ts'
import { addExhibit, listExhibitIds, placeExhibits } from './exhibits-store.ts'
import { addGroup, listGroups, placeGroups, type StoredGroup } from './groups-store.ts'
import type { ProposedExhibit } from './propose-exhibit.ts'
import { type Parties, proposeGroup } from './propose-wording.ts'
import type { StoredSet } from './sets-store.ts'
import { type GroupKey, inBoth } from './wording.ts'

/** Groups in the order a claim is proven: the contract, its performance, what is owed, and the rest. */
const CUSTOMARY: readonly GroupKey[] = ['term', 'delivery', 'defect', 'debt', 'correspondence']

/** Writes the exhibits to the end of `groupId`, or of the group customary for each. Gives their ids, in the same order. */
export function placeProposed(
  writer: Writer,
  ids: Ids,
  { set, parties, groupId }: { set: StoredSet; parties: Parties; groupId: string | null },
  proposed: readonly ProposedExhibit[],
): string[] {
  return proposed.map(({ group, items, wording }) => {
    const target = groupId ?? customaryGroup(writer, ids, set.id, group, parties)
    const exhibitId = ids.next()
    addExhibit(writer, { id: exhibitId, groupId: target, wording }, items)
    const others = listExhibitIds(writer, target).filter((id) => id !== exhibitId)
    placeExhibits(writer, target, [...others, exhibitId])
    return exhibitId
  })
}

/** The group that still bears the customary title, or a new one at its customary place among those that do. */
function customaryGroup(writer: Writer, ids: Ids, setId: string, key: GroupKey, parties: Parties): string {
  const groups = listGroups(writer, setId)
  const ranks = groups.map(rankOf)
  const found = groups[ranks.indexOf(CUSTOMARY.indexOf(key))]
  if (found) return found.id
  const made = { id: ids.next(), setId, wording: proposeGroup(key, parties) }
  addGroup(writer, made)
  const after = ranks.findIndex((rank) => rank > CUSTOMARY.indexOf(key))
  const place = after === -1 ? groups.length : after
  const order = groups.map((group) => group.id).toSpliced(place, 0, made.id)
  placeGroups(writer, order)
  return made.id
}

/** The place of a group in the customary order, by its title; -1 for one that a lawyer worded. */
function rankOf({ wording }: StoredGroup): number {
  return CUSTOMARY.findIndex((key) => inBoth((words) => words.groups[key].title).zh === wording.title.zh)
}
