import type { Bilingual, Exhibit, ExhibitSet, ListLanguage } from '@bridge/model/exhibit.ts'
import type { Statement } from '@bridge/model/statement.ts'
import type { PieceStanding } from '@bridge/model/translation.ts'
import type { FiledColumn } from './list-columns.ts'

export type MarkKind =
  | 'no-title'
  | 'title-in-other-language'
  | 'no-source'
  | 'no-purpose'
  | 'no-content'
  | 'unconfirmed'
  | 'denied'
  | 'untranslated'
  | 'partly-translated'
  | 'two-languages'

/** Something a person should look at before the list is filed. It never stops anything. */
export interface Mark {
  kind: MarkKind
  /** The cell that mends it. */
  column?: FiledColumn
  /** The statement to settle. */
  statementId?: string
  /** The message to translate. */
  messageId?: string
}

/** A denial is lost ground (amber); everything else only wants a look (blue). */
export const isWarning = ({ kind }: Mark): boolean => kind === 'denied'

/** The statements an exhibit shows: those it was made of, and those marked in its messages. */
type StatementsOf = (exhibit: Exhibit) => readonly Statement[]

/** Looks statements up by the items of an exhibit. */
export function statementsOf(statements: readonly Statement[]): StatementsOf {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const byMessage = Map.groupBy(statements, ({ message }) => message?.id)
  return ({ items }) =>
    items.flatMap(({ statementId, messageId }) => {
      const own = statementId ? byId.get(statementId) : undefined
      if (own) return [own]
      return messageId ? (byMessage.get(messageId) ?? []) : []
    })
}

const isBlank = ({ zh, en }: Bilingual): boolean => zh.trim() === '' && en.trim() === ''

const lacksLanguage = ({ zh, en }: Bilingual, language: ListLanguage): boolean =>
  (language !== 'en' && zh.trim() === '') || (language !== 'zh' && en.trim() === '')

/** What the Evidence Provisions (art. 19) ask of an exhibit and it lacks, and statements in it that are not settled. */
export function marksOf(exhibit: Exhibit, language: ListLanguage, statements: readonly Statement[]): Mark[] {
  const marks: Mark[] = []
  if (isBlank(exhibit.title)) marks.push({ kind: 'no-title', column: 'title' })
  else if (lacksLanguage(exhibit.title, language))
    marks.push({ kind: 'title-in-other-language', column: 'title' })
  if (isBlank(exhibit.source)) marks.push({ kind: 'no-source', column: 'source' })
  if (isBlank(exhibit.purpose)) marks.push({ kind: 'no-purpose', column: 'purpose' })
  if (isBlank(exhibit.content)) marks.push({ kind: 'no-content', column: 'content' })
  const denied = statements.find(({ state }) => state === 'denied')
  if (denied) marks.push({ kind: 'denied', statementId: denied.id })
  const open = statements.find(({ state }) => state === 'unconfirmed' || state === 'asked')
  if (open) marks.push({ kind: 'unconfirmed', statementId: open.id })
  return marks
}

/** Foreign-language evidence needs a Chinese translation before a court that reads Chinese (Civil Procedure Law 73). */
export function translationMarks(
  { items }: Exhibit,
  language: ListLanguage,
  standings: readonly PieceStanding[],
): Mark[] {
  if (language === 'en') return []
  const own = standings.filter(({ messageId }) => items.some((item) => item.messageId === messageId))
  const missing = own.find(({ standing }) => standing === 'missing')
  if (missing) return [{ kind: 'untranslated', messageId: missing.messageId }]
  const partly = own.find(({ standing }) => standing === 'partly')
  if (partly) return [{ kind: 'partly-translated', messageId: partly.messageId }]
  const mixed = own.find(({ standing }) => standing === 'mixed')
  return mixed ? [{ kind: 'two-languages', messageId: mixed.messageId }] : []
}

/** The marks of every exhibit that has any, by its id. */
export function marksOfSet(
  { groups, settings }: ExhibitSet,
  statements: readonly Statement[],
  standings: readonly PieceStanding[],
): Map<string, Mark[]> {
  const inside = statementsOf(statements)
  const marked = new Map<string, Mark[]>()
  for (const exhibit of groups.flatMap((group) => group.exhibits)) {
    const marks = [
      ...marksOf(exhibit, settings.language, inside(exhibit)),
      ...translationMarks(exhibit, settings.language, standings),
    ]
    if (marks.length > 0) marked.set(exhibit.id, marks)
  }
  return marked
}
