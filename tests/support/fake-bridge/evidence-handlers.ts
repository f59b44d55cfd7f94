import type { IntakeLine } from '@bridge/model/evidence.ts'
import type { MessageFilter } from '@bridge/model/finding.ts'
import type { Job } from '@bridge/model/job.ts'
import { exhibitsWith, hitIn, placesIn, rowsPassing } from './fake-finding.ts'
import { type FakeHandlers, found } from './fake-handlers.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

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
  'evidence.list': (page, world) => {
    const { search, order, filter, offset, limit } = page
    const passing = rowsPassing(world, page)
    const rows = passing.filter((row) => filter.copies || row.copyOf === null)
    if (order === 'date') rows.reverse()
    const shown = rows
      .slice(offset, offset + limit)
      .map((row) => ({ ...row, hit: hitIn(world, row, search) }))
    return { rows: shown, total: rows.length, hiddenCopies: passing.length - rows.length }
  },
  'evidence.countByFilter': (page, world) => {
    const count = (change: MessageFilter): number =>
      rowsPassing(world, { ...page, filter: { ...page.filter, ...change } }).length
    const people = Map.groupBy(rowsPassing(world, page), ({ fromAddress }) => fromAddress)
    return {
      sides: { client: count({ side: 'client' }), counterparty: count({ side: 'counterparty' }) },
      channels: [{ value: 'email', count: count({ channel: 'email' }) }],
      forms: [{ value: 'mail', count: count({ form: 'mail' }) }],
      statements: {
        any: count({ statements: 'any' }),
        confirmed: count({ statements: 'confirmed' }),
        unconfirmed: count({ statements: 'unconfirmed' }),
      },
      exhibits: { in: count({ exhibit: 'in' }), out: count({ exhibit: 'out' }) },
      attachments: count({ attachments: true }),
      unreadable: count({ unreadable: true }),
      flagged: count({ flagged: true }),
      copies: 14,
      people: [...people].map(([address, rows]) => ({
        ...{ address, name: rows[0]?.fromName ?? '', count: rows.length },
      })),
    }
  },
  'evidence.findIn': ({ messageId, search }, world) => {
    const { view } = found(world.messages.find((message) => message.view.id === messageId))
    const [file] = view.attachments
    return {
      text: placesIn(view.text, search),
      attachments: file ? [{ partPath: file.partPath, count: 2 }] : [],
    }
  },
  'evidence.findInAttachment': ({ messageId, partPath, search }, world) => {
    const { view } = found(world.messages.find((message) => message.view.id === messageId))
    const text = `${view.text}\n\n${view.text}`
    return {
      fileName: view.attachments.find((file) => file.partPath === partPath)?.fileName ?? '',
      pieces: [{ piece: 1, text, places: placesIn(text, search) }],
    }
  },
  'evidence.get': ({ messageId }, world) => {
    const { view } = found(world.messages.find((message) => message.view.id === messageId))
    return { ...view, exhibitNumbers: exhibitsWith(world, messageId).map(({ number }) => number) }
  },
  'evidence.listImports': (_input, world) => ({ imports: world.imports.map(({ receipt }) => receipt) }),
  'evidence.getReceipt': ({ importId, outcome, offset, limit }, world) => {
    const { receipt, lines } = found(world.imports.find((one) => one.receipt.id === importId))
    const wanted = lines.filter((line) => outcome === null || line.outcome === outcome)
    const page = wanted.slice(offset, offset + limit)
    const known = (line: IntakeLine): string | null => (line.outcome === 'known' ? 'hongda/Sent.mbox' : null)
    return {
      receipt,
      lines: page.map((line) => ({ ...line, firstSource: known(line) })),
      total: wanted.length,
    }
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
