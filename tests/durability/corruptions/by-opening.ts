import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyStore } from '../../../electron/features/verification/index.ts'
import { Fault } from '../../../electron/platform/fault.ts'
import { PAGE_BYTES } from '../../../electron/store/page-seal.ts'
import { sqliteCode } from '../../../electron/store/sqlite-errors.ts'
import { digestTables } from '../../../electron/vault/backup/digest-tables.ts'
import { openCopy } from '../../../electron/vault/backup/open-copy.ts'
import type { Seeded } from '../seeded.ts'
import { cutOff, flipped } from './damage.ts'
import type { Damage } from './play-corruptions.ts'
import { openVault, type SampleVault, vaultFile } from './sample-vault.ts'

/** Damage that shows only when the vault is opened and held against what is known of it elsewhere. */

/** What is said of an older page that nothing was seen of, once it was proven: every table the chain commits to is the same. */
export const HELD_NOTHING = 'held nothing the chain commits to'

/** Made anew from the messages, and a counter: docs/security.md, What is not covered. */
const UNCOMMITTED = /^table (?:message_search_\w+|sqlite_sequence)$/u

/** A bit or the end of the log that the database has not taken over yet, or all of it: SQLite itself says nothing. */
export const damageLog: Damage = (sample, random, folder) =>
  withCopy(sample.running, sample, folder, async (copy) => {
    const log = join(copy, 'vault/store.db-wal')
    const whole = vaultFile(sample.running, 'store.db-wal')
    const way = random.pick(['bit', 'bit', 'cut', 'gone'] as const)
    if (way === 'gone') rmSync(log)
    else writeFileSync(log, way === 'cut' ? cutOff(whole, random) : flipped(whole, random).bytes)
    return (await whatIsSeen(copy, sample)) === undefined ? `${way}: nothing is said` : undefined
  })

/** What once was genuine: an older database or page in the place of the newer one. */
export const putBack: Damage = (sample, random, folder) =>
  withCopy(sample.after, sample, folder, async (copy) => {
    const [older, newer] = [vaultFile(sample.before, 'store.db'), vaultFile(sample.after, 'store.db')]
    const isPage = random.chance(0.75)
    const damaged = isPage ? withOlderPage(older, newer, random) : older
    writeFileSync(join(copy, 'vault/store.db'), damaged)
    if ((await whatIsSeen(copy, sample)) !== undefined) return undefined
    const different = differingTables(sample, folder, [newer, damaged])
    return different.every((table) => UNCOMMITTED.test(table))
      ? HELD_NOTHING
      : `an older ${isPage ? 'page' : 'database'} in ${different}: nothing is said`
  })

/** Plays on a copy of a vault that nothing is said of as long as it is not damaged. */
async function withCopy(
  vault: string,
  sample: SampleVault,
  folder: string,
  play: (copy: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const copyOf = () => {
    const copy = mkdtempSync(join(folder, 'opened-'))
    cpSync(vault, copy, { recursive: true })
    return copy
  }
  if (!clean.has(vault)) {
    const seen = await whatIsSeen(copyOf(), sample)
    if (seen !== undefined) throw new Error(`A clean vault is called damaged: ${seen}`)
    clean.add(vault)
  }
  const copy = copyOf()
  try {
    return await play(copy)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const clean = new Set<string>()

/** The newer file with one page as it was before, where the two differ in it. */
function withOlderPage(older: Buffer, newer: Buffer, random: Seeded): Buffer {
  const changed = Array.from({ length: older.length / PAGE_BYTES }, (_, at) => at * PAGE_BYTES).filter(
    (at) => !older.subarray(at, at + PAGE_BYTES).equals(newer.subarray(at, at + PAGE_BYTES)),
  )
  const at = random.pick(changed)
  const mixed = Buffer.from(newer)
  older.copy(mixed, at, at, at + PAGE_BYTES)
  return mixed
}

/** The tables, and the schema, in which two databases differ by any row. */
function differingTables({ keys }: SampleVault, folder: string, databases: readonly Buffer[]): string[] {
  const [one = {}, other = {}] = databases.map((bytes) => {
    const file = join(folder, 'compared.db')
    writeFileSync(file, bytes)
    const { raw, close } = openCopy(file, keys.store)
    try {
      return digestTables(raw, keys.store)
    } catch (error) {
      return { [`what cannot be read: ${sqliteCode(error)}`]: '' }
    } finally {
      close()
      rmSync(file)
    }
  })
  return Object.keys({ ...one, ...other }).filter((table) => one[table] !== other[table])
}

/** The first thing that the program says is wrong: at the opening, in the alarm, in `redchop verify`. */
async function whatIsSeen(root: string, { template }: SampleVault): Promise<string | undefined> {
  try {
    const program = await openVault(root, template)
    try {
      const vault = program.vault.opened()
      const [problem] = vault.alarm() ? [] : (await verifyStore(vault)).problems
      return vault.alarm()?.finding ?? problem?.code
    } finally {
      await program.session.lock()
    }
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}
