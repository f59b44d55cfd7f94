import { count, eq } from 'drizzle-orm'
import { drafts } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export interface Draft {
  key: string
  text: string
}

export const listDrafts = (read: Reader): Draft[] =>
  read.select({ key: drafts.key, text: drafts.text }).from(drafts).orderBy(drafts.key).all()

export const countDrafts = (read: Reader): number =>
  read.select({ drafts: count() }).from(drafts).get()?.drafts ?? 0

export const findDraft = (read: Reader, key: string): Draft | undefined =>
  read.select({ key: drafts.key, text: drafts.text }).from(drafts).where(eq(drafts.key, key)).get()

export function keepDraft(writer: Writer, { key, text }: Draft, keptAt: string): void {
  writer
    .insert(drafts)
    .values({ key, text, keptAt })
    .onConflictDoUpdate({ target: drafts.key, set: { text, keptAt } })
    .run()
}

export const dropDraft = (writer: Writer, key: string): void =>
  void writer.delete(drafts).where(eq(drafts.key, key)).run()
