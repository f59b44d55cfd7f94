import type {
  Exhibit,
  ExhibitGroup,
  ExhibitSet,
  ExhibitSettings,
  ExhibitWording,
  GroupWording,
} from '@bridge/model/exhibit.ts'

/** A place in the list: in which group, counted from 0. */
export interface Place {
  groupId: string
  position: number
}

type SetChange = (set: ExhibitSet) => ExhibitSet

const eachExhibit =
  (change: (exhibit: Exhibit) => Exhibit): SetChange =>
  (set) => ({
    ...set,
    groups: set.groups.map((group) => ({ ...group, exhibits: group.exhibits.map(change) })),
  })

export const withWording = (exhibitId: string, wording: Partial<ExhibitWording>): SetChange =>
  eachExhibit((exhibit) => (exhibit.id === exhibitId ? { ...exhibit, ...wording } : exhibit))

export const withGroupWording =
  (groupId: string, wording: Partial<GroupWording>): SetChange =>
  (set) => ({
    ...set,
    groups: set.groups.map((group) => (group.id === groupId ? { ...group, ...wording } : group)),
  })

export const withSettings =
  (settings: Partial<ExhibitSettings>): SetChange =>
  (set) => ({ ...set, settings: { ...set.settings, ...settings } })

/** The exhibit at its new place. Numbers stay with the places; main words them anew where a group grew. */
export const withMove =
  (exhibitId: string, { groupId, position }: Place): SetChange =>
  (set) => {
    const moved = set.groups.flatMap((group) => group.exhibits).find(({ id }) => id === exhibitId)
    if (!moved || !set.groups.some(({ id }) => id === groupId)) return set
    const groups = set.groups.map((group) => {
      const others = group.exhibits.filter(({ id }) => id !== exhibitId)
      return { ...group, exhibits: group.id === groupId ? others.toSpliced(position, 0, moved) : others }
    })
    return { ...set, groups: renumbered(set.groups, groups) }
  }

/** The group at its new place among the others. */
export const withGroupMove =
  (groupId: string, position: number): SetChange =>
  (set) => {
    const moved = set.groups.find(({ id }) => id === groupId)
    if (!moved) return set
    const groups = set.groups.filter(({ id }) => id !== groupId).toSpliced(position, 0, moved)
    return { ...set, groups: renumbered(set.groups, groups) }
  }

export const without =
  (exhibitId: string): SetChange =>
  (set) => {
    const groups = set.groups.map((group) => ({
      ...group,
      exhibits: group.exhibits.filter(({ id }) => id !== exhibitId),
    }))
    return { ...set, groups: renumbered(set.groups, groups) }
  }

const sameSizes = (before: readonly ExhibitGroup[], after: readonly ExhibitGroup[]): boolean =>
  before.every((group, at) => group.exhibits.length === after[at]?.exhibits.length)

/**
 * Hands the numbers that stood in the list to whatever stands at their places now. It knows no rule of numbering: only
 * that a number follows from the place. Groups of another size keep continuous order and wait for main's word.
 */
function renumbered(before: readonly ExhibitGroup[], after: readonly ExhibitGroup[]): ExhibitGroup[] {
  const numbers = before.flatMap((group) => group.exhibits.map(({ number }) => number))
  const labels = sameSizes(before, after) ? before.map(({ label }) => label) : undefined
  let at = 0
  return after.map((group, groupAt) => ({
    ...group,
    label: labels?.[groupAt] ?? group.label,
    exhibits: group.exhibits.map((exhibit) => {
      const number = numbers[at] ?? exhibit.number
      at += 1
      return { ...exhibit, number }
    }),
  }))
}
