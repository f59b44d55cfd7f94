import type { DkimKey, KeptKey, KeyName } from '@bridge/model/authenticity.ts'
import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { dkimKeys } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

const inUse = isNull(dkimKeys.withdrawnAt)

export const listKeys = (reader: Reader): DkimKey[] =>
  reader
    .select()
    .from(dkimKeys)
    .where(inUse)
    .orderBy(desc(dkimKeys.addedAt), dkimKeys.domain)
    .all()
    .map(({ withdrawnAt, ...key }) => key)

/** Every kept key of these names. */
export function listKeysNamed(reader: Reader, names: readonly KeyName[]): KeptKey[] {
  const wanted = names.map(({ domain, selector }) =>
    and(eq(dkimKeys.domain, domain), eq(dkimKeys.selector, selector)),
  )
  if (wanted.length === 0) return []
  return reader
    .select({
      domain: dkimKeys.domain,
      selector: dkimKeys.selector,
      record: dkimKeys.record,
      lookedUpOn: dkimKeys.lookedUpOn,
      source: dkimKeys.source,
    })
    .from(dkimKeys)
    .where(and(inUse, or(...wanted)))
    .all()
}

/** Keeps a key; false where that very answer of that day is kept already, be it withdrawn. */
export const addKey = (writer: Writer, key: DkimKey): boolean =>
  writer.insert(dkimKeys).values(key).onConflictDoNothing().run().changes > 0

export const withdrawKey = (writer: Writer, keyId: string, at: string): boolean =>
  writer
    .update(dkimKeys)
    .set({ withdrawnAt: at })
    .where(and(eq(dkimKeys.id, keyId), inUse))
    .run().changes > 0
