import type { Reader } from '../../store/store.ts'
import { listItems } from './exhibits-store.ts'
import { listMessageLines, listStatementLines } from './item-view-store.ts'

/** When the first thing in each exhibit was sent or said; exhibits whose first has no date are left out. */
export function firstDates(reader: Reader, exhibitIds: readonly string[]): Map<string, string> {
  const firsts = [...listItems(reader, exhibitIds)].flatMap(([exhibitId, [first]]) =>
    first ? [{ exhibitId, first }] : [],
  )
  const mails = listMessageLines(
    reader,
    firsts.flatMap(({ first }) => ('messageId' in first ? [first.messageId] : [])),
  )
  const records = listStatementLines(
    reader,
    firsts.flatMap(({ first }) => ('statementId' in first ? [first.statementId] : [])),
  )
  const dates = new Map<string, string>()
  for (const { exhibitId, first } of firsts) {
    const date =
      'messageId' in first ? mails.get(first.messageId)?.sentAt : records.get(first.statementId)?.saidOn
    if (date) dates.set(exhibitId, date)
  }
  return dates
}
