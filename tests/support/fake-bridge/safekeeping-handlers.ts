import type { BackupRecord } from '@bridge/model/backup.ts'
import type { Job } from '@bridge/model/job.ts'
import { type FakeHandlers, fail, type Tell } from './fake-handlers.ts'
import { fakeId, PASSPHRASE, RECOVERY_CODE } from './scenes.ts'
import type { World } from './world.ts'

const backupId = (n: number): string => `8${fakeId('job', n).slice(1)}`

const record = (n: number, madeAt: string, change: Partial<BackupRecord> = {}): BackupRecord => ({
  id: backupId(n),
  madeAt,
  state: 'proven',
  provenAt: madeAt.replace(':00.', ':41.'),
  problem: null,
  storeBytes: 412_000_000,
  fileCount: 1_840,
  copiedCount: 12,
  headSeq: 20_000 + n,
  lackCount: 0,
  ...change,
})

/** What the fake vault remembers of its backups. */
export const makeSafekeeping = () => ({
  idleMinutes: 5,
  everyHours: 24,
  backupFolder: '/media/anna/BACKUP/Redchop' as string | null,
  backups: [
    record(4, '2026-11-20T18:00:00.000Z'),
    record(3, '2026-11-19T18:00:00.000Z', {
      state: 'failed',
      provenAt: null,
      problem: { code: 'DAMAGED', object: 'store.db' },
    }),
    record(2, '2026-11-18T18:00:00.000Z'),
    record(1, '2026-10-02T18:00:00.000Z', { state: 'removed' }),
  ],
})

const lastProvenOf = ({ safekeeping }: World) => {
  const last = safekeeping.backups.find(({ state }) => state === 'proven')
  return last?.provenAt ? { id: last.id, at: last.provenAt, lackCount: last.lackCount, lacks: [] } : null
}

/** A backup that copies, proves and counts. */
function play(world: World, job: Job, tell: Tell): void {
  const steps: Partial<Job>[] = [
    { phase: 'copying', done: 200_000_000, total: 500_000_000 },
    { phase: 'proving', done: 400_000_000, total: 500_000_000 },
    { state: 'done', done: 500_000_000 },
  ]
  const next = (): void => {
    const step = steps.shift()
    if (!step || job.state !== 'running') return
    Object.assign(job, step)
    if (step.state === 'done') world.safekeeping.backups.unshift(record(9, '2026-11-21T09:00:00.000Z'))
    tell('job', { ...job })
    if (step.state === 'done') tell('changed', { topics: ['safekeeping', 'jobs'] })
    setTimeout(next, 150)
  }
  setTimeout(next, 50)
}

export const safekeepingHandlers: FakeHandlers<'safekeeping' | 'backups' | 'restore'> = {
  'safekeeping.status': (_input, world) => ({
    ...world.safekeeping,
    place: world.safekeeping.backupFolder === null ? 'none' : 'there',
    lastProven: lastProvenOf(world),
    lastProblem: null,
    dueAt: world.safekeeping.backupFolder === null ? null : '2026-11-21T18:00:41.000Z',
  }),
  'safekeeping.change': ({ idleMinutes, everyHours }, { safekeeping }) => {
    safekeeping.idleMinutes = idleMinutes ?? safekeeping.idleMinutes
    safekeeping.everyHours = everyHours ?? safekeeping.everyHours
    return {}
  },
  'safekeeping.chooseFolder': (_input, { safekeeping }) => {
    safekeeping.backupFolder = '/media/anna/STICK'
    return { chosen: true }
  },
  'backups.make': (_input, world, tell) => {
    if (world.safekeeping.backupFolder === null) fail('BACKUP_FOLDER_UNSET', {})
    if (world.jobs.some(({ kind, state }) => kind === 'backups.make' && state === 'running'))
      fail('JOB_RUNNING', {})
    const job: Job = {
      id: crypto.randomUUID(),
      kind: 'backups.make',
      caseId: null,
      subjectId: backupId(9),
      ...{ state: 'running', phase: null, done: 0, total: 0, failure: null },
    }
    world.jobs.unshift(job)
    play(world, job, tell)
    return { jobId: job.id }
  },
  'backups.list': (_input, { safekeeping }) => ({ backups: safekeeping.backups }),
  'restore.inspect': (_input, { safekeeping }) => ({
    token: fakeId('job', 77),
    backups: safekeeping.backups
      .filter(({ state }) => state !== 'removed')
      .map(({ id, madeAt, headSeq, fileCount, storeBytes }) => ({
        ...{ id, madeAt, headSeq, fileCount, storeId: fakeId('case', 99), app: 'redchop 0.1.0' },
        totalBytes: storeBytes + fileCount * 200_000,
        needsKeyFile: false,
      })),
  }),
  'restore.run': ({ secret }, world, tell) => {
    if (world.scene.vault === 'unlocked') fail('VAULT_OPEN', {})
    if (secret.kind === 'passphrase' && secret.passphrase !== PASSPHRASE) fail('WRONG_PASSPHRASE', {})
    if (secret.kind === 'recovery' && secret.recoveryCode !== RECOVERY_CODE) fail('WRONG_RECOVERY_CODE', {})
    tell('restore', { phase: 'proving', done: 1, total: 1 })
    world.scene.vault = 'locked'
    tell('vault', { state: 'locked' })
    return { keptAs: '/home/anna/Redchop/vault.before-restore-20261121T090000Z' }
  },
}
