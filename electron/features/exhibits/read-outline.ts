import type { Bilingual, ExhibitSettings, ExhibitWording, GroupWording } from '@bridge/model/exhibit.ts'
import type { Reader } from '../../store/store.ts'
import { type ItemKey, listExhibits, listItems } from './exhibits-store.ts'
import { listGroups } from './groups-store.ts'
import { type NumberedExhibit, numberSet } from './numbering.ts'
import type { StoredSet } from './sets-store.ts'

export interface OutlinedExhibit extends NumberedExhibit {
  id: string
  wording: ExhibitWording
  items: ItemKey[]
}

export interface OutlinedGroup {
  id: string
  wording: GroupWording
  label: Bilingual
  exhibits: OutlinedExhibit[]
}

/** A list as it stands: order, wording and numbers. The page and the papers are both made from it. */
export interface Outline {
  settings: ExhibitSettings
  groups: OutlinedGroup[]
}

export function readOutline(reader: Reader, { id: setId, settings }: StoredSet): Outline {
  const groups = listGroups(reader, setId)
  const exhibits = listExhibits(
    reader,
    groups.map((group) => group.id),
  )
  const items = listItems(
    reader,
    exhibits.flat().map((exhibit) => exhibit.id),
  )
  const numbered = numberSet(
    exhibits.map((inGroup) => inGroup.length),
    settings,
  )
  return {
    settings,
    groups: groups.map(({ id, wording }, at) => ({
      id,
      wording,
      label: numbered[at]?.label ?? { zh: '', en: '' },
      exhibits: (exhibits[at] ?? []).map((exhibit, place) => ({
        id: exhibit.id,
        wording: exhibit.wording,
        items: items.get(exhibit.id) ?? [],
        number: numbered[at]?.exhibits[place]?.number ?? '',
        name: numbered[at]?.exhibits[place]?.name ?? '',
      })),
    })),
  }
}

/** All exhibits of a list, in its order. */
export const exhibitsOf = ({ groups }: Outline): OutlinedExhibit[] =>
  groups.flatMap((group) => group.exhibits)
