import type { MessageRow } from '@bridge/model/evidence.ts'
import type { Job } from '@bridge/model/job.ts'
import { type FakeHandlers, found } from './fake-handlers.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const exhibitsWith = (world: World, messageId: string) =>
  world.exhibits.groups
    .flatMap(({ exhibits }) => exhibits)
    .filter(({ items }) => items.some((item) => item.messageId === messageId))

function rowOf(world: World, { view, threadId }: FakeMessage): MessageRow {
  const own = world.statements.filter(({ message }) => message?.id === view.id)
  const answers = world.statements.filter((one) => one.answers.some(({ message }) => message.id === view.id))
  return {
    id: view.id,
    threadId,
    form: view.form,
    channel: view.channel,
    subject: view.subject,
    fromName: view.from[0]?.name ?? '',
    fromAddress: view.from[0]?.address ?? '',
    fromCounterparty: view.fromCounterparty,
    flags: view.flags,
    sentAt: view.date.at,
    sentZoneMinutes: view.date.zoneMinutes,
    preview: view.text.replaceAll(/\s+/g, ' ').slice(0, 160),
    attachmentCount: view.attachments.length,
    statements: own.map(({ state }) => state),
    answerCount: answers.length,
    exhibitCount: exhibitsWith(world, view.id).length,
    unreadable: view.unreadable,
  }
}

const PASSES: Record<string, (row: MessageRow) => boolean> = {
  all: () => true,
  counterparty: (row) => row.fromCounterparty,
  statements: (row) => row.statements.length > 0,
  attachments: (row) => row.attachmentCount > 0,
  unreadable: (row) => row.unreadable !== null,
}

/** An import that reads a little, then ends in a receipt. */
function playImport(world: World, job: Job, tell: (job: Job) => void): void {
  const steps: Partial<Job>[] = [
    { phase: 'listing' },
    { phase: 'reading', done: 40, total: 100 },
    { phase: 'reading', done: 90, total: 100 },
    { state: 'done', done: 100 },
  ]
  const next = (): void => {
    const step = steps.shift()
    if (!step || job.state !== 'running') return
    Object.assign(job, step)
    if (step.state === 'done') endImport(world, job)
    tell({ ...job })
    setTimeout(next, 150)
  }
  setTimeout(next, 50)
}

function endImport(world: World, job: Job): void {
  const first = world.imports[0]
  world.imports.unshift({
    lines: first?.lines ?? [],
    receipt: {
      id: job.subjectId,
      startedAt: '2026-11-20T09:00:00Z',
      endedAt: '2026-11-20T09:00:02Z',
      cancelled: job.state === 'cancelled',
      counts: first?.receipt.counts ?? { stored: 0, known: 0, unreadable: 0, skipped: 0 },
    },
  })
}

export const evidenceHandlers: FakeHandlers<'evidence'> = {
  'evidence.choose': () => ({ token: crypto.randomUUID() }),
  'evidence.import': ({ caseId }, world, tell) => {
    const n = world.imports.length + 10
    const job: Job = {
      id: fakeId('job', n),
      kind: 'evidence.import',
      caseId,
      subjectId: fakeId('import', n),
      state: 'running',
      phase: null,
      done: 0,
      total: 0,
      failure: null,
    }
    world.jobs.unshift(job)
    playImport(world, job, (told) => {
      tell('job', told)
      if (told.state !== 'running') tell('changed', { topics: ['evidence', 'jobs'] })
    })
    return { jobId: job.id, importId: job.subjectId }
  },
  'evidence.list': ({ caseId, search, order, only, offset, limit }, world) => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const wanted = (row: MessageRow): boolean =>
      (PASSES[only]?.(row) ?? true) && words.every((word) => JSON.stringify(row).toLowerCase().includes(word))
    const own = caseId === fakeId('case', 1) ? world.messages : []
    const rows = own.map((message) => rowOf(world, message)).filter(wanted)
    if (order === 'date') rows.reverse()
    return { rows: rows.slice(offset, offset + limit), total: rows.length }
  },
  'evidence.get': ({ messageId }, world) => {
    const { view } = found(world.messages.find((message) => message.view.id === messageId))
    return { ...view, exhibitNumbers: exhibitsWith(world, messageId).map(({ number }) => number) }
  },
  'evidence.listImports': (_input, world) => ({ imports: world.imports.map(({ receipt }) => receipt) }),
  'evidence.getReceipt': ({ importId, outcome, offset, limit }, world) => {
    const { receipt, lines } = found(world.imports.find((one) => one.receipt.id === importId))
    const wanted = lines.filter((line) => outcome === null || line.outcome === outcome)
    return { receipt, lines: wanted.slice(offset, offset + limit), total: wanted.length }
  },
  'evidence.saveOriginal': () => ({ saved: true }),
}

export const jobsHandlers: FakeHandlers<'jobs'> = {
  'jobs.list': (_input, world) => ({ jobs: world.jobs.map((job) => ({ ...job })) }),
  'jobs.cancel': ({ jobId }, world, tell) => {
    const job = found(world.jobs.find(({ id }) => id === jobId))
    job.state = 'cancelled'
    endImport(world, job)
    tell('job', { ...job })
    return {}
  },
}
