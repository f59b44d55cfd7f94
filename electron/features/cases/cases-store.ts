import type { CaseDraft, CaseRecord, CaseSummary } from '@bridge/model/case.ts'
import type { Verdict } from '@bridge/model/statement.ts'
import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  like,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import {
  answers,
  caseAddresses,
  caseForums,
  cases,
  exhibitGroups,
  exhibitSets,
  exhibits,
  messages,
  statements,
} from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { listMailboxes, replaceMailboxes } from './identities-store.ts'

/** When the rows of a change are made, and what names them. */
export interface Made {
  at: string
  nextId(): string
}

export function findCase(reader: Reader, caseId: string): CaseRecord | undefined {
  const row = reader.select().from(cases).where(eq(cases.id, caseId)).get()
  if (!row) return undefined
  const addresses = reader
    .select({ address: caseAddresses.address })
    .from(caseAddresses)
    .where(eq(caseAddresses.caseId, caseId))
    .orderBy(asc(caseAddresses.position))
    .all()
  const forums = reader
    .select({ forum: caseForums.forum })
    .from(caseForums)
    .where(eq(caseForums.caseId, caseId))
    .all()
  return {
    ...row,
    clientMailboxes: [...listMailboxes(reader, caseId, 'client').patterns],
    counterpartyMailboxes: [...listMailboxes(reader, caseId, 'counterparty').patterns],
    counterpartyAddresses: addresses.map((each) => each.address),
    forums: forums.map((each) => each.forum),
  }
}

/** Cases that contain every word somewhere in what identifies them; newest change first. */
export function listCases(reader: Reader, words: readonly string[], archived: boolean): CaseSummary[] {
  return reader
    .select({
      id: cases.id,
      title: cases.title,
      reference: cases.reference,
      clientName: cases.clientName,
      counterpartyNameZh: cases.counterpartyNameZh,
      counterpartyNameEn: cases.counterpartyNameEn,
      claimMinor: cases.claimMinor,
      claimCurrency: cases.claimCurrency,
      claimDueOn: cases.claimDueOn,
      messageCount: reader.$count(messages, and(eq(messages.caseId, cases.id), isNull(messages.withdrawnAt))),
      statementCount: reader.$count(statements, eq(statements.caseId, cases.id)),
      confirmedCount: countConfirmed(reader),
      exhibitCount: countExhibits(reader),
      changedAt: cases.changedAt,
      archivedAt: cases.archivedAt,
    })
    .from(cases)
    .where(and(archived ? isNotNull(cases.archivedAt) : isNull(cases.archivedAt), ...words.map(contains)))
    .orderBy(desc(cases.changedAt))
    .all()
}

/** Statements of the case in hand that something confirms and nothing denies. */
function countConfirmed(reader: Reader) {
  const has = (verdict: Verdict) =>
    exists(
      reader
        .select({ one: sql`1` })
        .from(answers)
        .where(and(eq(answers.statementId, statements.id), eq(answers.verdict, verdict))),
    )
  return reader.$count(statements, and(eq(statements.caseId, cases.id), has('confirms'), not(has('denies'))))
}

function countExhibits(reader: Reader) {
  const groups = reader
    .select({ id: exhibitGroups.id })
    .from(exhibitGroups)
    .innerJoin(exhibitSets, eq(exhibitSets.id, exhibitGroups.setId))
    .where(eq(exhibitSets.caseId, cases.id))
  return reader.$count(exhibits, inArray(exhibits.groupId, groups))
}

function contains(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/gu, '\\$&')}%`
  const named = [
    cases.title,
    cases.reference,
    cases.clientName,
    cases.counterpartyNameZh,
    cases.counterpartyNameEn,
    cases.counterpartyCode,
    cases.contractTitle,
    cases.contractNumber,
  ]
  return or(...named.map((column) => sql`${like(column, pattern)} escape '\\'`))
}

export function addCase(writer: Writer, caseId: string, draft: CaseDraft, made: Made): void {
  const { at } = made
  writer
    .insert(cases)
    .values({ ...columnsOf(draft), id: caseId, createdAt: at, changedAt: at })
    .run()
  replaceLists(writer, caseId, draft, made)
}

/** Writes the draft over the case; gives the identities that went with it, or null where it has moved on from `revision`. */
export function changeCase(
  writer: Writer,
  caseId: string,
  revision: number,
  draft: CaseDraft,
  made: Made,
): string[] | null {
  const { changes } = writer
    .update(cases)
    .set({ ...columnsOf(draft), revision: revision + 1, changedAt: made.at })
    .where(and(eq(cases.id, caseId), eq(cases.revision, revision)))
    .run()
  return changes === 0 ? null : replaceLists(writer, caseId, draft, made)
}

/** Notes that what is typed in the case form was changed elsewhere: a form opened before is refused. */
export function advanceRevision(writer: Writer, caseId: string, at: string): void {
  writer
    .update(cases)
    .set({ revision: sql`${cases.revision} + 1`, changedAt: at })
    .where(eq(cases.id, caseId))
    .run()
}

export function setArchived(writer: Writer, caseId: string, archivedAt: string | null): boolean {
  return writer.update(cases).set({ archivedAt }).where(eq(cases.id, caseId)).run().changes > 0
}

function columnsOf(draft: CaseDraft) {
  const { clientMailboxes, counterpartyMailboxes, counterpartyAddresses, forums, ...columns } = draft
  return columns
}

function replaceLists(writer: Writer, caseId: string, draft: CaseDraft, made: Made): string[] {
  writer.delete(caseAddresses).where(eq(caseAddresses.caseId, caseId)).run()
  writer.delete(caseForums).where(eq(caseForums.caseId, caseId)).run()
  draft.counterpartyAddresses.forEach((address, position) => {
    writer.insert(caseAddresses).values({ caseId, position, address }).run()
  })
  for (const forum of new Set(draft.forums)) writer.insert(caseForums).values({ caseId, forum }).run()
  return [
    ...replaceMailboxes(writer, caseId, 'client', draft.clientMailboxes, made),
    ...replaceMailboxes(writer, caseId, 'counterparty', draft.counterpartyMailboxes, made),
  ]
}
