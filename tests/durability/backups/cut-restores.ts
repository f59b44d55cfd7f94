import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildChild } from '../driver/build-child.ts'
import { openProgram } from '../driver/open-program.ts'
import { type Report, timed } from '../report.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { seeded } from '../seeded.ts'
import { backUp, MIGRATIONS, newVault, PASSPHRASE } from './backed-up-vault.ts'
import { contentsOf, fillVault } from './random-vault.ts'

/**
 * The calls that order a restore; what lies between two of them has no name yet, or is not durable. On a computer that has a
 * vault, and on a new one, where a vault that is not whole would be taken for one.
 */
const TRIALS = [
  { call: 'rename', isNew: false },
  { call: 'unlink', isNew: false },
  { call: 'fsync', isNew: false },
  { call: 'fsync', isNew: true },
] as const

/** A restore is killed before each step that it takes: what the next start opens is the former vault or the restored one, whole. */
export async function playCutRestores(report: Report): Promise<void> {
  await inScratchFolder(async (scratch) => {
    const sample = await makeSample(scratch)
    const violations: string[] = []
    const found = { former: 0, restored: 0 }
    const { seconds } = await timed(async () => {
      for (const { call, isNew } of TRIALS)
        for (let time = 1, hasEnded = false; !hasEnded; time += 1) {
          const trial = join(scratch, 'trial')
          cpSync(sample.template, trial, { recursive: true })
          if (isNew) rmSync(join(trial, 'vault'), { recursive: true })
          hasEnded = restoreUntil(sample, trial, call, time)
          const outcome = await outcomeOf(sample, trial, isNew)
          if (outcome === 'former' || outcome === 'restored') found[outcome] += 1
          else violations.push(`killed before ${call} ${time}, ${isNew ? 'new' : 'over a vault'}: ${outcome}`)
          rmSync(trial, { recursive: true })
        }
    })
    // Besides those that ended: the kill between the two renames, and the one after both.
    if (found.former < 20 || found.restored < TRIALS.length + 2) violations.push('the kills missed the swap')
    report.figure({ what: 'restores killed at every step', counts: found, violations, seconds })
  })
}

interface Sample {
  readonly child: string
  /** Folder of a locked vault and of its backups, to be copied. */
  readonly template: string
  readonly backupId: string
  readonly entries: number
  readonly contents: { readonly former: string; readonly restored: string }
}

async function makeSample(scratch: string): Promise<Sample> {
  const template = join(scratch, 'template')
  mkdirSync(join(template, 'backups'), { recursive: true })
  const program = await newVault(join(template, 'vault'))
  await fillVault(program.vault.opened(), seeded(3))
  const backupId = (await backUp(program, join(template, 'backups'))).slice(-36)
  const entries = (await program.session.desk().safekeeping.list())[0]?.headSeq ?? 0
  const restored = await contentsOf(program.vault.opened(), entries)
  await fillVault(program.vault.opened(), seeded(4))
  const former = await contentsOf(program.vault.opened(), entries)
  await program.session.lock()
  const child = await buildChild('backups/restore-child.ts')
  return { child, template, backupId, entries, contents: { former, restored } }
}

/** Restores in a process that is killed before it makes a call for the so-manieth time; true where it ended before that. */
function restoreUntil({ child, backupId }: Sample, trial: string, call: string, time: number): boolean {
  const strace = [
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    '-e',
    `inject=${call}:signal=KILL:when=${time}`,
  ]
  const restore = [
    process.execPath,
    child,
    join(trial, 'vault'),
    join(trial, 'backups'),
    backupId,
    PASSPHRASE,
  ]
  // Calls are counted for each thread.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' }
  const { status, signal, stderr } = spawnSync('strace', [...strace, ...restore], { env, encoding: 'utf8' })
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(`The restore failed by itself: ${stderr}`)
  return status === 0
}

/**
 * Starts the program as after a crash, and says which of the two vaults it opens, the other being kept; or what is wrong. The
 * former state of a new computer is that it has none.
 */
async function outcomeOf({ entries, contents }: Sample, trial: string, isNew: boolean): Promise<string> {
  try {
    const program = await openProgram(join(trial, 'vault'), MIGRATIONS)
    if (isNew && program.vault.state() === 'absent') return 'former'
    await program.handlers['vault.unlock']({ passphrase: PASSPHRASE })
    const opened = program.vault.opened()
    const found = await contentsOf(opened, entries)
    const alarm = opened.alarm()?.finding
    await program.session.lock()
    if (alarm) return `alarm ${alarm}`
    if (found === contents.former && !isNew) return 'former'
    const kept = readdirSync(trial).filter((name) => name.startsWith('vault.before-restore-'))
    return found === contents.restored && kept.length === (isNew ? 0 : 1)
      ? 'restored'
      : `neither, and ${kept.length} kept`
  } catch (error) {
    return String(error)
  }
}
