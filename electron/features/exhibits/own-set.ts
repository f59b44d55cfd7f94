import type { CaseRecord } from '@bridge/model/case.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { findCase } from '../cases/index.ts'
import { defaultSettings } from './default-settings.ts'
import { findExhibit, type StoredExhibit } from './exhibits-store.ts'
import { findGroup, type StoredGroup } from './groups-store.ts'
import { addSet, findSet, findSetById, type StoredSet } from './sets-store.ts'

/** @throws Refusal NOT_FOUND */
export function getCase(reader: Reader, caseId: string): CaseRecord {
  const found = findCase(reader, caseId)
  if (!found) throw refusal('NOT_FOUND')
  return found
}

/** The list of a case, made with its defaults when it is first written to. */
export function ownSet(writer: Writer, ids: Ids, matter: CaseRecord): StoredSet {
  const found = findSet(writer, matter.id)
  if (found) return found
  const made = { id: ids.next(), caseId: matter.id, settings: defaultSettings(matter) }
  addSet(writer, made)
  return made
}

/** A group and the list it stands in. @throws Refusal NOT_FOUND */
export function getGroup(reader: Reader, groupId: string): { group: StoredGroup; set: StoredSet } {
  const group = findGroup(reader, groupId)
  const set = group && findSetById(reader, group.setId)
  if (!set) throw refusal('NOT_FOUND')
  return { group, set }
}

/** An exhibit and the list it stands in. @throws Refusal NOT_FOUND */
export function getExhibit(reader: Reader, exhibitId: string): { exhibit: StoredExhibit; set: StoredSet } {
  const exhibit = findExhibit(reader, exhibitId)
  if (!exhibit) throw refusal('NOT_FOUND')
  return { exhibit, set: getGroup(reader, exhibit.groupId).set }
}
