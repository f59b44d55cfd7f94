import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyStore } from '../../../electron/features/verification/index.ts'
import { Fault } from '../../../electron/platform/fault.ts'
import { PAGE_BYTES } from '../../../electron/store/page-seal.ts'
import { sqliteCode } from '../../../electron/store/sqlite-errors.ts'
import type { Alarm } from '../../../electron/vault/alarm.ts'
import { digestTables } from '../../../electron/vault/backup/digest-tables.ts'
import { openCopy } from '../../../electron/vault/backup/open-copy.ts'
import { readHeads } from '../../../electron/vault/head-record.ts'
import type { Seeded } from '../seeded.ts'
import { cutOff, flipped } from './damage.ts'
import { type Damage, HELD_NOTHING, type Outcome } from './outcome.ts'
import { openVault, type SampleVault, vaultFile } from './sample-vault.ts'

/** Damage that shows only when the vault is opened and held against what is known of it elsewhere. */

/** Made anew from the messages, and a counter: docs/security.md, What is not covered. */
const UNCOMMITTED = /^table (?:message_search_\w+|sqlite_sequence)$/u

/**
 * A bit or the end of the log that the database has not taken over yet, or all of it. SQLite says nothing and drops what it held:
 * the alarm counts the entries of the chain that went with it, and can name no file.
 */
export const damageLog: Damage = (sample, random, folder) =>
  withCopy(sample.running, sample, folder, async (copy) => {
    const log = join(copy, 'vault/store.db-wal')
    const whole = vaultFile(sample.running, 'store.db-wal')
    const way = random.pick(['bit', 'bit', 'cut', 'gone'] as const)
    if (way === 'gone') rmSync(log)
    else writeFileSync(log, way === 'cut' ? cutOff(whole, random) : flipped(whole, random).bytes)
    return missingSince(await whatIsSeen(copy, sample), sample.chain.seq)
  })

/** What once was genuine: an older database or page in the place of the newer one. */
export const putBack: Damage = (sample, random, folder) =>
  withCopy(sample.after, sample, folder, async (copy) => {
    const [older, newer] = [vaultFile(sample.before, 'store.db'), vaultFile(sample.after, 'store.db')]
    const isPage = random.chance(0.75)
    const damaged = isPage ? withOlderPage(older, newer, random) : older
    writeFileSync(join(copy, 'vault/store.db'), damaged)
    const seen = await whatIsSeen(copy, sample)
    if (!isPage) return missingSince(seen, headOf(sample.after, sample), headOf(sample.before, sample))
    // The page is genuine: only what contradicts it can be told.
    if (seen.told.length > 0) return ['seen']
    const different = differingTables(sample, folder, [newer, damaged])
    return different.every((table) => UNCOMMITTED.test(table))
      ? [HELD_NOTHING]
      : [{ missed: `an older page in ${different}: nothing is said` }]
  })

/** Number of the newest entry that the head log of a vault tells of. */
const headOf = (root: string, { keys }: SampleVault): number =>
  readHeads(vaultFile(root, 'head.log'), keys.head).newest?.seq ?? 0

/** Whether the alarm says, to the entry, how far the chain had come, and how far it comes now where that is known. */
function missingSince({ alarm, told }: Seen, expected: number, found = alarm?.found): Outcome[] {
  const isRight =
    alarm?.finding === 'TAIL_MISSING' &&
    alarm.expected === expected &&
    alarm.found === found &&
    alarm.found < expected
  return isRight ? ['seen'] : [{ missed: `of ${expected} entries: ${told.join() || 'nothing'} is said` }]
}

/** Plays on a copy of a vault that nothing is said of as long as it is not damaged. */
async function withCopy(
  vault: string,
  sample: SampleVault,
  folder: string,
  play: (copy: string) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const copyOf = () => {
    const copy = mkdtempSync(join(folder, 'opened-'))
    cpSync(vault, copy, { recursive: true })
    return copy
  }
  if (!clean.has(vault)) {
    const { told } = await whatIsSeen(copyOf(), sample)
    if (told.length > 0) throw new Error(`A clean vault is called damaged: ${told}`)
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

/** What the program says is wrong: at the opening, in the alarm, in `redchop verify`. */
interface Seen {
  readonly alarm: Alarm | null
  readonly told: readonly string[]
}

async function whatIsSeen(root: string, { template }: SampleVault): Promise<Seen> {
  try {
    const program = await openVault(root, template)
    try {
      const vault = program.vault.opened()
      const alarm = vault.alarm()
      if (alarm) return { alarm, told: [alarm.finding] }
      return { alarm, told: (await verifyStore(vault)).problems.map(({ code }) => code) }
    } finally {
      await program.session.lock()
    }
  } catch (error) {
    if (error instanceof Fault) return { alarm: null, told: [error.code] }
    throw error
  }
}
