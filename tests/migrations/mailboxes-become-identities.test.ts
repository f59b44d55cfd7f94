import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMigrated } from '../../electron/store/open-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { MIGRATIONS } from '../support/test-vault.ts'

const journal = z.object({ entries: z.array(z.object({ tag: z.string() }).loose()) }).loose()

/** The migrations of a version that stopped before `tag`. */
function migrationsBefore(tag: string): string {
  const folder = join(temporaryFolder(), 'drizzle')
  cpSync(MIGRATIONS, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const all = journal.parse(JSON.parse(readFileSync(path, 'utf8')))
  const at = all.entries.findIndex((entry) => entry.tag === tag)
  writeFileSync(path, JSON.stringify({ ...all, entries: all.entries.slice(0, at) }))
  return folder
}

test('every mailbox of every case becomes an identity of the same side', async () => {
  const [file, key] = [join(temporaryFolder(), 'store.db'), randomBytes(32)]
  const before = migrationsBefore('0008_mailboxes_become_identities')
  const old = await openMigrated({ file, key, migrationsFolder: before, create: true })
  old.exec(`insert into cases (id, title, reference, client_name, client_role, counterparty_name_zh, counterparty_name_en,
    counterparty_code, contract_title, contract_number, claim_currency, notes, created_at, changed_at)
    values ('c', '', '', '', 'creditor', '', '', '', '', '', 'EUR', '', '2026-01-01T00:00:00.000Z', '');
    insert into case_mailboxes values ('c', 'client', 'seller.example'), ('c', 'counterparty', 'hongda.example.cn'),
    ('c', 'counterparty', 'lin@qq.com')`)
  old.close()
  const raw = await openMigrated({ file, key, migrationsFolder: MIGRATIONS, create: false })
  const rows = raw.prepare('select * from identities order by value').all()
  raw.close()
  const bare = { case_id: 'c', company_zh: '', company_en: '', person: '', position: '' }
  const common = { id: expect.toSatisfy(isUuid), ...bare, added_at: '2026-01-01T00:00:00.000Z' }
  expect(rows).toEqual([
    { ...common, side: 'counterparty', kind: 'domain', value: 'hongda.example.cn' },
    { ...common, side: 'counterparty', kind: 'email', value: 'lin@qq.com' },
    { ...common, side: 'client', kind: 'domain', value: 'seller.example' },
  ])
})

const isUuid = (value: unknown): boolean => z.uuid().safeParse(value).success
