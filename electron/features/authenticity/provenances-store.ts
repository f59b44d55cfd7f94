import { type Provenance, provenance } from '@bridge/model/authenticity.ts'
import { eq } from 'drizzle-orm'
import { imports, provenances } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { listCustodyOf } from '../evidence/index.ts'

export const findProvenance = (reader: Reader, importId: string): Provenance | undefined => {
  const row = reader.select().from(provenances).where(eq(provenances.importId, importId)).get()
  return row && provenance.parse(row)
}

/** What is stated of the imports that brought a message, each once; imports nobody stated anything of are left out. */
export const listProvenancesOf = (reader: Reader, messageId: string): Provenance[] =>
  [...new Set(listCustodyOf(reader, messageId).map(({ importId }) => importId))].flatMap(
    (importId) => findProvenance(reader, importId) ?? [],
  )

export const hasImport = (reader: Reader, importId: string): boolean =>
  reader.select({ id: imports.id }).from(imports).where(eq(imports.id, importId)).get() !== undefined

export function setProvenance(writer: Writer, importId: string, said: Provenance, statedAt: string): void {
  writer
    .insert(provenances)
    .values({ importId, ...said, statedAt })
    .onConflictDoUpdate({ target: provenances.importId, set: { ...said, statedAt } })
    .run()
}
