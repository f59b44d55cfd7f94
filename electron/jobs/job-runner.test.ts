import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { caseDraft } from '../../tests/support/case-draft.ts'
import { NOBODY } from '../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../tests/support/desk.ts'
import { Fault } from '../platform/fault.ts'
import { cases, jobs as jobsTable } from '../store/schema/index.ts'
import { createJobRunner, type JobContext } from './job-runner.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.store.close()
})
afterEach(() => void vi.useRealTimers())

type Work = (context: JobContext) => Promise<void>

function start(
  work: Work,
  change: { caseId?: string; kind?: 'evidence.import' | 'exhibits.export' } = {},
): string {
  const id = desk.ids.next()
  desk.jobs.start(
    { id, kind: 'evidence.import', caseId, subjectId: desk.ids.next(), ...change },
    () => undefined,
    work,
  )
  return id
}

const rowOf = (jobId: string) => desk.store.read.select().from(jobsTable).where(eq(jobsTable.id, jobId)).get()
const untilCancelled: Work = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

test('a job that ends is done, in the table and on the page', async () => {
  const jobId = start(async ({ progress }) => progress('reading', 1, 2))
  expect(rowOf(jobId)).toMatchObject({ state: 'running', endedAt: null })
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'done', phase: 'reading', done: 1, total: 2 })
  expect(rowOf(jobId)).toMatchObject({ state: 'done', failure: null, endedAt: desk.clock.at })
  expect(desk.told.map((job) => job.state)).toEqual(['running', 'done'])
})

test('a job that fails keeps its code, tells the exhibit too, and nothing else', async () => {
  const jobId = start(async () => {
    throw Object.assign(new Error('尚欠货款'), { code: 'ORIGINAL_DAMAGED', exhibit: '证据3' })
  })
  const failure = { code: 'ORIGINAL_DAMAGED', exhibit: '证据3' }
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'failed', failure })
  expect(rowOf(jobId)).toMatchObject({ state: 'failed', failure: 'ORIGINAL_DAMAGED' })
  expect(JSON.stringify([rowOf(jobId), desk.told])).not.toContain('货款')
})

test('work that throws before its first await fails like any other, and blocks nothing', async () => {
  const jobId = start(() => {
    throw new TypeError('at once')
  })
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'failed' })
  expect(await desk.jobs.ended(start(async () => undefined))).toMatchObject({ state: 'done' })
})

test('a cancelled job is cancelled and no failure, whatever it throws on the way out', async () => {
  const jobId = start(untilCancelled)
  desk.jobs.cancel(jobId)
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'cancelled', failure: null })
  expect(rowOf(jobId)).toMatchObject({ state: 'cancelled', endedAt: desk.clock.at })
  expect(desk.failures).toEqual([])
  desk.jobs.cancel(jobId)
  expect(() => desk.jobs.cancel(NOBODY)).toThrow('NOT_FOUND')
})

test('a vault that closes over a failing disk stops its work, which is a failure and no cancel', async () => {
  const jobId = start(({ signal }) =>
    untilCancelled({ signal, progress: () => undefined }).catch(() => {
      throw new Fault('DISK_FAILING')
    }),
  )
  desk.jobs.cancel(jobId)
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'failed', failure: { code: 'DISK_FAILING' } })
})

test('one of a kind in a case at a time; other kinds and other cases run beside it', async () => {
  const first = start(untilCancelled)
  expect(() => start(untilCancelled)).toThrow('JOB_RUNNING')
  const others = [start(async () => undefined, { kind: 'exhibits.export' })]
  others.push(start(async () => undefined, { caseId: desk.cases.add(caseDraft()) }))
  for (const other of others) expect(await desk.jobs.ended(other)).toMatchObject({ state: 'done' })
  desk.jobs.cancel(first)
  await desk.jobs.ended(first)
  expect(await desk.jobs.ended(start(async () => undefined))).toMatchObject({ state: 'done' })
})

test('the row of the job and the row of what it makes come together or not at all', () => {
  const job = { id: desk.ids.next(), kind: 'evidence.import', caseId, subjectId: desk.ids.next() } as const
  const failing = () =>
    desk.jobs.start(
      job,
      (writer) => {
        writer.update(cases).set({ title: 'half-written' }).run()
        throw new TypeError('no')
      },
      async () => undefined,
    )
  expect(failing).toThrow('no')
  expect([rowOf(job.id), desk.jobs.list(), desk.cases.get(caseId).title]).toEqual([
    undefined,
    [],
    caseDraft().title,
  ])
})

test('progress: each new phase, the end of each count once, and between them ten a second', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const jobId = start(async ({ progress }) => {
    for (let done = 0; done <= 1_000; done += 1) {
      vi.advanceTimersByTime(1)
      progress('reading', done, 1_000)
    }
    for (let again = 0; again < 50; again += 1) progress('reading', 1_000, 1_000)
    progress('binding', 0, 0)
    progress('binding', 0, 0)
  })
  await desk.jobs.ended(jobId)
  const reports = desk.told.filter((job) => job.state === 'running')
  expect(reports.filter((job) => job.phase === 'reading').length).toBeLessThanOrEqual(12)
  expect(reports.filter((job) => job.phase === 'reading').at(-1)).toMatchObject({ done: 1_000, total: 1_000 })
  expect(reports.filter((job) => job.phase === 'binding')).toHaveLength(1)
})

test('what a crash left running is marked abandoned at the next opening', () => {
  const jobId = start(() => new Promise(() => undefined))
  createJobRunner({
    ...desk,
    tell: () => undefined,
    vaultFailure: () => undefined,
    nameFailure: () => ({ code: 'UNEXPECTED', exhibit: null }),
  })
  expect(rowOf(jobId)).toMatchObject({ state: 'abandoned', endedAt: desk.clock.at })
})

test('stopping everything waits until everything has stopped', async () => {
  let stopped = 0
  const slow: Work = async ({ signal }) => {
    await untilCancelled({ signal, progress: () => undefined }).catch(() => undefined)
    await new Promise(setImmediate)
    stopped += 1
  }
  start(slow)
  start(slow, { kind: 'exhibits.export' })
  await new Promise(setImmediate)
  await desk.jobs.stopAll()
  expect(stopped).toBe(2)
})

test('a store that closes under a running job fails the job, not the process', async () => {
  let go: () => void = () => undefined
  const jobId = start(async () => {
    await new Promise<void>((resolve) => {
      go = resolve
    })
    desk.store.write(() => undefined)
  })
  await new Promise(setImmediate)
  desk.store.close()
  go()
  await expect(desk.jobs.ended(jobId)).resolves.toMatchObject({ state: 'failed' })
  expect(desk.failures.map((cause) => cause instanceof Error && cause.message)).toContain('VAULT_LOCKED')
})
