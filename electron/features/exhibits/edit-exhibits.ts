import type { CaseRecord } from '@bridge/model/case.ts'
import type { ExhibitSet, ExhibitSettings, ExhibitWording } from '@bridge/model/exhibit.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { Writer } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import { applyChange, type Change } from './apply-change.ts'
import {
  changeExhibit,
  listExhibitIds,
  listExhibits,
  placeExhibits,
  removeExhibit,
} from './exhibits-store.ts'
import { firstDates } from './first-dates.ts'
import { listGroups } from './groups-store.ts'
import { getCase, getExhibit, getGroup, ownSet } from './own-set.ts'
import { placeProposed } from './place-proposed.ts'
import { moveTo } from './positions.ts'
import { type ProposedExhibit, proposeFromMessages, proposeFromStatement } from './propose-exhibit.ts'
import type { Parties } from './propose-wording.ts'
import { readSet } from './read-set.ts'
import { changeSet } from './sets-store.ts'

/** The exhibit list of a case: what stands in it, in what words and order. The app words and numbers; the lawyer decides. */
export function editExhibits({ store, audit, ids }: ServiceParts) {
  type Propose = (writer: Writer, matter: CaseRecord, parties: Parties) => ProposedExhibit[]

  const add = (caseId: string, groupId: string | null, propose: Propose): string[] =>
    store.write((writer) => {
      const matter = getCase(writer, caseId)
      const set = ownSet(writer, ids, matter)
      if (groupId !== null && getGroup(writer, groupId).set.id !== set.id) throw refusal('NOT_FOUND')
      const parties = { ...set.settings, clientRole: matter.clientRole }
      const proposed = propose(writer, matter, parties)
      const exhibitIds = placeProposed(writer, ids, { set, parties, groupId }, proposed)
      for (const exhibitId of exhibitIds)
        audit.append(writer, {
          act: 'exhibit.added',
          objectId: exhibitId,
          facts: { case: factId(caseId) },
        })
      return exhibitIds
    })

  return {
    /** @throws Refusal NOT_FOUND */
    get: (caseId: string): ExhibitSet => readSet(store.read, getCase(store.read, caseId)),

    /** @throws Refusal NOT_FOUND */
    changeSettings(caseId: string, change: Change<ExhibitSettings>): void {
      store.write((writer) => {
        const set = ownSet(writer, ids, getCase(writer, caseId))
        changeSet(writer, set.id, applyChange(set.settings, change))
        audit.append(writer, {
          act: 'exhibits.settings-changed',
          objectId: set.id,
          facts: { case: factId(caseId) },
        })
      })
    },

    /** One exhibit of each statement, in the group named or the customary one. @throws Refusal NOT_FOUND, also for what is another case's */
    addFromStatements: (caseId: string, statementIds: readonly string[], groupId: string | null): string[] =>
      add(caseId, groupId, (writer, matter, parties) =>
        statementIds.map((id) => proposeFromStatement(writer, matter, parties, id)),
      ),

    /** One exhibit of each message, or one of all. @throws Refusal NOT_FOUND, also for what is another case's */
    addFromMessages: (
      caseId: string,
      messageIds: readonly string[],
      { together, groupId }: { together: boolean; groupId: string | null },
    ): string[] =>
      add(caseId, groupId, (writer, matter, parties) =>
        (together ? [messageIds] : messageIds.map((id) => [id])).map((inOne) =>
          proposeFromMessages(writer, matter, parties, inOne),
        ),
      ),

    /** @throws Refusal NOT_FOUND */
    change(exhibitId: string, change: Change<ExhibitWording>): void {
      store.write((writer) => {
        const { exhibit } = getExhibit(writer, exhibitId)
        changeExhibit(writer, exhibitId, applyChange(exhibit.wording, change))
        audit.append(writer, { act: 'exhibit.changed', objectId: exhibitId })
      })
    },

    /** @throws Refusal NOT_FOUND, also where the group belongs to another list */
    move(exhibitId: string, groupId: string, position: number): void {
      store.write((writer) => {
        const { exhibit, set } = getExhibit(writer, exhibitId)
        if (getGroup(writer, groupId).set.id !== set.id) throw refusal('NOT_FOUND')
        const left = listExhibitIds(writer, exhibit.groupId).filter((id) => id !== exhibitId)
        if (groupId !== exhibit.groupId) placeExhibits(writer, exhibit.groupId, left)
        placeExhibits(writer, groupId, moveTo(listExhibitIds(writer, groupId), exhibitId, position))
        audit.append(writer, {
          act: 'exhibit.moved',
          objectId: exhibitId,
          facts: { group: factId(groupId), position },
        })
      })
    },

    /** Undated exhibits stand last; those of one date keep their order. @throws Refusal NOT_FOUND */
    sortByDate(caseId: string): void {
      store.write((writer) => {
        const set = ownSet(writer, ids, getCase(writer, caseId))
        const groupIds = listGroups(writer, set.id).map((group) => group.id)
        const exhibits = listExhibits(writer, groupIds)
        const dates = firstDates(
          writer,
          exhibits.flat().map((exhibit) => exhibit.id),
        )
        const dateOf = (exhibitId: string): string => dates.get(exhibitId) ?? '9999'
        groupIds.forEach((groupId, at) => {
          const order = (exhibits[at] ?? []).map((exhibit) => exhibit.id)
          placeExhibits(
            writer,
            groupId,
            order.sort((a, b) => dateOf(a).localeCompare(dateOf(b))),
          )
        })
        audit.append(writer, {
          act: 'exhibits.sorted',
          objectId: set.id,
          facts: { case: factId(caseId) },
        })
      })
    },

    /** @throws Refusal NOT_FOUND */
    remove(exhibitId: string): void {
      store.write((writer) => {
        const { exhibit } = getExhibit(writer, exhibitId)
        removeExhibit(writer, exhibitId)
        placeExhibits(writer, exhibit.groupId, listExhibitIds(writer, exhibit.groupId))
        audit.append(writer, { act: 'exhibit.removed', objectId: exhibitId })
      })
    },
  }
}
