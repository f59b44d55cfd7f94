import { cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { backupProblem } from '@bridge/model/backup.ts'
import { Refusal } from '@bridge/refusal.ts'
import type { Program } from '../../../electron/ipc/program.ts'
import { DamagedBackup } from '../../../electron/vault/backup/backup-error.ts'
import { proveBackup } from '../../../electron/vault/backup/prove-backup.ts'
import type { WorkerKeys } from '../../../electron/vault/worker-keys.ts'
import { type Report, timed } from '../report.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { type Seeded, seeded } from '../seeded.ts'
import type { Tier } from '../tiers.ts'
import { backUp, newVault, PASSPHRASE } from './backed-up-vault.ts'
import { playCutRestores } from './cut-restores.ts'
import { DAMAGES, type DamageKind } from './damages.ts'
import { contentsOf, fillVault } from './random-vault.ts'

/** Plan A12 of docs/security.md: what comes back is what was there, and what is damaged does not come back. */
export async function playBackups(counts: Pick<Tier, 'backups'>, report: Report): Promise<void> {
  const violations: string[] = []
  const { seconds } = await timed(async () => {
    for (let seed = 0; seed < counts.backups; seed += 1) violations.push(...(await roundTrip(seed)))
  })
  report.figure({
    what: 'backups restored and equal',
    counts: { backups: counts.backups, equal: counts.backups - violations.length },
    ...{ violations, seconds },
  })
  await playDamages(counts, report)
  await playCutRestores(report)
}

const secret = { passphrase: PASSPHRASE }
const idOf = (backup: string): string => backup.slice(-36)
const headOf = async (program: Program): Promise<number> =>
  (await program.session.desk().safekeeping.list())[0]?.headSeq ?? 0

async function roundTrip(seed: number): Promise<string[]> {
  return inScratchFolder(async (scratch) => {
    const random = seeded(seed)
    const program = await newVault(join(scratch, 'vault'))
    const folder = scratch
    await fillVault(program.vault.opened(), random)
    if (random.chance(0.5)) await backUp(program, folder)
    await fillVault(program.vault.opened(), random)
    const backup = await backUp(program, folder)
    const entries = await headOf(program)
    const before = await contentsOf(program.vault.opened(), entries)
    await fillVault(program.vault.opened(), random)
    await program.session.lock()
    await program.restore.run({ folder, backupId: idOf(backup), secret })
    await program.handlers['vault.unlock']({ passphrase: PASSPHRASE })
    const opened = program.vault.opened()
    const after = await contentsOf(opened, entries)
    const found = [
      ...(after === before ? [] : [`backups, seed ${seed}: what came back differs`]),
      ...(opened.alarm() ? [`backups, seed ${seed}: the restored vault raises a false alarm`] : []),
    ]
    await program.session.lock()
    return found
  })
}

/** Each kind of damage as often as there are backups, in turn. */
async function playDamages(counts: Pick<Tier, 'backups'>, report: Report): Promise<void> {
  await inScratchFolder(async (scratch) => {
    const sample = await makeSample(scratch)
    const violations: string[] = []
    const tries = Math.max(counts.backups, DAMAGES.length)
    const { seconds } = await timed(async () => {
      for (let seed = 0; seed < tries; seed += 1) {
        const kind = DAMAGES[seed % DAMAGES.length]
        const missed = kind && (await tryDamage(sample, kind, seeded(seed)))
        if (missed) violations.push(`${kind.what}, seed ${seed}: ${missed}`)
      }
    })
    const refused = tries - violations.length
    report.figure({
      what: 'damaged backups',
      counts: { tries, 'refused and named': refused },
      violations,
      seconds,
    })
  })
}

interface Sample {
  readonly keys: WorkerKeys
  readonly program: Program
  readonly folder: string
  readonly backup: string
  readonly older: string
  readonly foreign: string
  readonly scratch: string
}

async function makeSample(scratch: string): Promise<Sample> {
  const [folder, elsewhere] = [join(scratch, 'backups'), join(scratch, 'elsewhere')]
  for (const path of [folder, elsewhere])
    cpSync(import.meta.dirname, path, { recursive: true, filter: isFolder })
  const other = await newVault(join(scratch, 'other'))
  const foreign = await backUp(other, elsewhere)
  await other.session.lock()
  const program = await newVault(join(scratch, 'vault'))
  await fillVault(program.vault.opened(), seeded(3))
  // Always some large originals: three of them.
  await fillVault(program.vault.opened(), { ...seeded(9), whole: (below) => (below === 4 ? 3 : 5 % below) })
  const older = join(scratch, 'older')
  // The rotation takes it, the same day having another.
  cpSync(await backUp(program, folder), older, { recursive: true })
  await fillVault(program.vault.opened(), seeded(5))
  const backup = await backUp(program, folder)
  const keys = program.vault.opened().lendKeys()
  await program.session.lock()
  return { keys, program, folder, backup, older, foreign, scratch }
}

const isFolder = (path: string): boolean => path === import.meta.dirname

/** Undefined where the damage was refused by name and the vault left as it was; else what went wrong. */
async function tryDamage(sample: Sample, kind: DamageKind, random: Seeded): Promise<string | undefined> {
  const { keys, program, folder, backup, older, foreign, scratch } = sample
  const copy = join(scratch, 'damaged')
  cpSync(folder, copy, { recursive: true })
  try {
    const at = (path: string) => path.replace(folder, copy)
    const object = kind.spoil({ backup: at(backup), older, foreign, files: join(copy, 'files') }, random)
    const before = readdirSync(scratch)
    // The rehearsal alone first: behind it the copying of a restore compares every file once more.
    const place = { folder: copy, name: basename(backup) }
    const rehearsal = { place, scratch: join(scratch, 'rehearsal'), files: null }
    const refused: unknown = await proveBackup(rehearsal, keys, () => undefined).catch(
      (cause: unknown) => cause,
    )
    if (!(refused instanceof DamagedBackup)) return 'the rehearsal passed'
    if (!object.test(`${refused.problem.code} ${refused.problem.object}`))
      return `the rehearsal told ${refused.problem.code} ${refused.problem.object}`
    const error: unknown = await program.restore.run({ folder: copy, backupId: idOf(backup), secret }).then(
      () => 'it was restored',
      (cause: unknown) => cause,
    )
    if (!(error instanceof Refusal) || error.code !== 'BACKUP_DAMAGED') return String(error)
    const { code, object: name } = backupProblem.parse(error.data)
    if (!object.test(`${code} ${name}`)) return `${code} ${name} was told`
    return isDeepStrictEqual(readdirSync(scratch), before) ? undefined : 'something was left behind'
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
