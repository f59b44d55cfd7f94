import type { RuleOverride } from '@bridge/model/forum.ts'
import { and, asc, eq } from 'drizzle-orm'
import { agreements, messages, ruleOverrides, statements } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export function listOverrides(reader: Reader, caseId: string): RuleOverride[] {
  return reader
    .select()
    .from(ruleOverrides)
    .where(eq(ruleOverrides.caseId, caseId))
    .orderBy(asc(ruleOverrides.madeAt))
    .all()
    .map(({ ruleId, forum, channel, verdict, reason }) => ({ ruleId, forum, channel, verdict, reason }))
}

export type OverrideKey = Pick<RuleOverride, 'ruleId' | 'forum' | 'channel'> & { caseId: string }

const isKey = ({ caseId, ruleId, forum, channel }: OverrideKey) =>
  and(
    eq(ruleOverrides.caseId, caseId),
    eq(ruleOverrides.ruleId, ruleId),
    eq(ruleOverrides.forum, forum),
    eq(ruleOverrides.channel, channel),
  )

export function setOverride(writer: Writer, row: typeof ruleOverrides.$inferInsert): void {
  writer.delete(ruleOverrides).where(isKey(row)).run()
  writer.insert(ruleOverrides).values(row).run()
}

export const removeOverride = (writer: Writer, key: OverrideKey): boolean =>
  writer.delete(ruleOverrides).where(isKey(key)).run().changes > 0

export type Agreed = typeof agreements.$inferInsert
type AgreedOn = { kind: 'message' | 'statement'; id: string }

/** The case of a message or statement; undefined where it is not there. */
export function findCaseOf(reader: Reader, { kind, id }: AgreedOn): string | undefined {
  const table = kind === 'message' ? messages : statements
  return reader.select({ caseId: table.caseId }).from(table).where(eq(table.id, id)).get()?.caseId
}

/** Notes of what both parties agree on, by the id of the message or statement. */
export function listAgreements(reader: Reader, caseId: string): Map<string, string> {
  const rows = reader.select().from(agreements).where(eq(agreements.caseId, caseId)).all()
  return new Map(rows.map(({ messageId, statementId, note }) => [messageId ?? statementId ?? '', note]))
}

/** Writes the agreement over the one before, or takes it out where there is none any more. */
export function setAgreement(
  writer: Writer,
  { kind, id }: AgreedOn,
  row: Omit<Agreed, 'messageId' | 'statementId'> | null,
): void {
  const column = kind === 'message' ? agreements.messageId : agreements.statementId
  writer.delete(agreements).where(eq(column, id)).run()
  if (!row) return
  const of = kind === 'message' ? { messageId: id } : { statementId: id }
  writer
    .insert(agreements)
    .values({ ...row, ...of })
    .run()
}
