import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drafts, originals } from '../../../electron/store/schema/index.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import type { Seeded } from '../seeded.ts'

const AT = '2026-03-02T08:30:00.000Z'

/** Adds rows, small originals in the database and large ones beside it, as chance will. */
export async function fillVault({ store, files }: OpenVault, random: Seeded): Promise<void> {
  const small = Array.from({ length: random.whole(30) }, () => randomBytes(1 + random.whole(20_000)))
  const large = Array.from({ length: random.whole(4) }, () => randomBytes(65_536 + random.whole(200_000)))
  for (const bytes of large) await files.put({ sha256: digestOf(bytes), bytes })
  store.write((writer) => {
    for (const bytes of [...small, ...large]) {
      const salt = randomBytes(32).toString('hex')
      const kept = bytes.length < 65_536 ? bytes : null
      writer
        .insert(originals)
        .values({ sha256: digestOf(bytes), sizeBytes: bytes.length, bytes: kept, salt, storedAt: AT })
        .run()
    }
    for (let count = random.whole(20); count > 0; count -= 1) {
      const [key, text] = [randomBytes(8).toString('hex'), '欠款 '.repeat(random.whole(2_000))]
      writer.insert(drafts).values({ key, text, keptAt: AT }).run()
    }
  })
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What must be the same again, read by other means than the backup itself uses: rows by SQL, files opened one by one. */
export async function contentsOf({ store, files, audit }: OpenVault, entries: number): Promise<string> {
  const hash = createHash('sha256')
  for (const table of ['originals', 'drafts', 'cases', 'messages', 'intakes'])
    for (const row of store.read.all(sql`select * from ${sql.identifier(table)} order by 1`))
      hash.update(
        JSON.stringify(row, (_key, value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)),
      )
  for (const { sha256, bytes } of store.read.select().from(originals).orderBy(originals.sha256).all())
    hash.update(bytes ?? (await files.get(sha256)))
  const chain = store.read.all(sql`select seq, hash from audit_entries where seq <= ${entries} order by seq`)
  if (audit.verify(store.read).problems.length > 0) throw new RangeError('The chain is broken')
  return hash.update(JSON.stringify(chain)).digest('hex')
}
