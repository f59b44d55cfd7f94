import type { CaseRecord } from '@bridge/model/case.ts'
import type { ExhibitItem, ExhibitSet } from '@bridge/model/exhibit.ts'
import type { Reader } from '../../store/store.ts'
import { defaultSettings } from './default-settings.ts'
import { type ItemKey, listExhibitsOfMessage } from './exhibits-store.ts'
import { listMessageLines, listStatementLines } from './item-view-store.ts'
import { exhibitsOf, readOutline } from './read-outline.ts'
import { findSet, findSetById } from './sets-store.ts'

/** The list of a case as the page shows it. Before anyone has added to it: the defaults, and no groups. */
export function readSet(reader: Reader, matter: CaseRecord): ExhibitSet {
  const set = findSet(reader, matter.id)
  if (!set) return { settings: defaultSettings(matter), groups: [] }
  const { settings, groups } = readOutline(reader, set)
  const view = viewItems(
    reader,
    groups.flatMap((group) => group.exhibits.flatMap((exhibit) => exhibit.items)),
  )
  return {
    settings,
    groups: groups.map(({ id, wording, label, exhibits }) => ({
      id,
      ...wording,
      label,
      exhibits: exhibits.map((exhibit) => ({
        id: exhibit.id,
        ...exhibit.wording,
        number: exhibit.name,
        items: exhibit.items.map(view),
      })),
    })),
  }
}

/** Numbers of the exhibits a message stands in, in the order of the list. */
export function exhibitNumbersOf(reader: Reader, messageId: string): string[] {
  const found = listExhibitsOfMessage(reader, messageId)
  const set = found[0] && findSetById(reader, found[0].setId)
  if (!set) return []
  const holding = new Set(found.map((each) => each.exhibitId))
  return exhibitsOf(readOutline(reader, set))
    .filter((exhibit) => holding.has(exhibit.id))
    .map((exhibit) => exhibit.name)
}

/** Long enough to recognise a typed statement by, short enough for one line. */
const LABEL_LENGTH = 80

function viewItems(reader: Reader, keys: readonly ItemKey[]): (key: ItemKey) => ExhibitItem {
  const mails = listMessageLines(
    reader,
    keys.flatMap((key) => ('messageId' in key ? [key.messageId] : [])),
  )
  const records = listStatementLines(
    reader,
    keys.flatMap((key) => ('statementId' in key ? [key.statementId] : [])),
  )
  return (key) => {
    if ('messageId' in key) {
      const line = mails.get(key.messageId)
      return {
        messageId: key.messageId,
        statementId: null,
        label: line?.subject ?? '',
        sentAt: line?.sentAt ?? null,
        attachmentNames: line?.attachmentNames ?? [],
      }
    }
    const quote = records.get(key.statementId)?.quote ?? ''
    const label = [...quote.replace(/\s+/gu, ' ')].slice(0, LABEL_LENGTH).join('')
    return { messageId: null, statementId: key.statementId, label, sentAt: null, attachmentNames: [] }
  }
}
