import type { GroupWording } from '@bridge/model/exhibit.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { ServiceParts } from '../cases/index.ts'
import { applyChange, type Change } from './apply-change.ts'
import { listExhibitIds } from './exhibits-store.ts'
import { addGroup, changeGroup, listGroups, placeGroups, removeGroup } from './groups-store.ts'
import { getCase, getGroup, ownSet } from './own-set.ts'
import { moveTo } from './positions.ts'

/** Groups of an exhibit list: each proves one fact together. */
export function editGroups({ store, audit, ids }: ServiceParts) {
  return {
    /** Adds a group at the end. @throws Refusal NOT_FOUND */
    addGroup(caseId: string, wording: GroupWording): string {
      const groupId = ids.next()
      store.write((writer) => {
        const set = ownSet(writer, ids, getCase(writer, caseId))
        const others = listGroups(writer, set.id).map((group) => group.id)
        addGroup(writer, { id: groupId, setId: set.id, wording })
        placeGroups(writer, [...others, groupId])
        audit.append(writer, { act: 'group.added', objectId: groupId, facts: { case: factId(caseId) } })
      })
      return groupId
    },

    /** @throws Refusal NOT_FOUND */
    changeGroup(groupId: string, change: Change<GroupWording>): void {
      store.write((writer) => {
        const { group } = getGroup(writer, groupId)
        changeGroup(writer, groupId, applyChange(group.wording, change))
        audit.append(writer, { act: 'group.changed', objectId: groupId })
      })
    },

    /** @throws Refusal NOT_FOUND */
    moveGroup(groupId: string, position: number): void {
      store.write((writer) => {
        const { set } = getGroup(writer, groupId)
        const order = listGroups(writer, set.id).map((group) => group.id)
        placeGroups(writer, moveTo(order, groupId, position))
        audit.append(writer, { act: 'group.moved', objectId: groupId, facts: { position } })
      })
    },

    /** @throws Refusal NOT_FOUND; GROUP_NOT_EMPTY while exhibits stand in it */
    removeGroup(groupId: string): void {
      store.write((writer) => {
        const { set } = getGroup(writer, groupId)
        if (listExhibitIds(writer, groupId).length > 0) throw refusal('GROUP_NOT_EMPTY')
        removeGroup(writer, groupId)
        placeGroups(
          writer,
          listGroups(writer, set.id).map((group) => group.id),
        )
        audit.append(writer, { act: 'group.removed', objectId: groupId })
      })
    },
  }
}
