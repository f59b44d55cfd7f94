import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { verifyStore } from '../../../electron/features/verification/index.ts'
import { Fault } from '../../../electron/platform/fault.ts'
import { PAGE_BYTES } from '../../../electron/store/page-seal.ts'
import type { Template } from '../driver/template.ts'
import { cutOff, flipped } from './damage.ts'
import type { Damage } from './play-corruptions.ts'
import { openVault, vaultFile } from './sample-vault.ts'

/** Damage that shows only when the vault is opened and held against what is known of it elsewhere. */

/** A bit or the end of the log that the database has not taken over yet, or all of it: SQLite itself says nothing. */
export const damageLog: Damage = async (sample, random, folder) => {
  const copy = join(folder, 'damaged-log')
  cpSync(sample.running, copy, { recursive: true })
  const log = join(copy, 'vault/store.db-wal')
  const whole = vaultFile(sample.running, 'store.db-wal')
  const way = random.pick(['bit', 'bit', 'cut', 'gone'] as const)
  if (way === 'gone') rmSync(log)
  else writeFileSync(log, way === 'cut' ? cutOff(whole, random) : flipped(whole, random).bytes)
  const seen = await whatIsSeen(copy, sample.template)
  rmSync(copy, { recursive: true })
  return seen === undefined ? `${way}: nothing is said` : undefined
}

/** What once was genuine: an older database, head log or page in the place of the newer one. */
export const putBack: Damage = async (sample, random, folder) => {
  const copy = join(folder, 'put-back')
  cpSync(sample.after, copy, { recursive: true })
  const [older, newer] = [vaultFile(sample.before, 'store.db'), vaultFile(sample.after, 'store.db')]
  const what = random.pick(['database', 'page', 'page', 'page'] as const)
  if (what === 'database') writeFileSync(join(copy, 'vault/store.db'), older)
  else writeFileSync(join(copy, 'vault/store.db'), withOlderPage(older, newer, random.next()))
  const seen = await whatIsSeen(copy, sample.template)
  rmSync(copy, { recursive: true })
  return seen === undefined ? `an older ${what}: nothing is said` : undefined
}

/** The newer file with one page as it was before, where the two differ in it. */
function withOlderPage(older: Buffer, newer: Buffer, choice: number): Buffer {
  const changed = Array.from({ length: older.length / PAGE_BYTES }, (_, at) => at * PAGE_BYTES).filter(
    (at) => !older.subarray(at, at + PAGE_BYTES).equals(newer.subarray(at, at + PAGE_BYTES)),
  )
  const at = changed[Math.floor(choice * changed.length)]
  if (at === undefined) throw new TypeError('Nothing has changed')
  const mixed = Buffer.from(newer)
  older.copy(mixed, at, at, at + PAGE_BYTES)
  return mixed
}

/** The first thing that the program says is wrong: at the opening, in the alarm, in the database, in `redchop verify`. */
async function whatIsSeen(root: string, template: Template): Promise<string | undefined> {
  try {
    const program = await openVault(root, template)
    try {
      const vault = program.vault.opened()
      if (vault.alarm()) return 'alarm'
      const unsound = vault.store.read.all(
        sql`select * from pragma_integrity_check where integrity_check <> 'ok'`,
      )
      if (unsound.length > 0) return 'integrity'
      const [problem] = (await verifyStore(vault)).problems
      return problem?.code
    } finally {
      await program.session.lock()
    }
  } catch (error) {
    if (error instanceof Fault) return error.code
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT'))
      return 'corrupt'
    throw error
  }
}
