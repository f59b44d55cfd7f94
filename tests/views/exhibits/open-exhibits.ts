import type { ExhibitSet, ExportRecord } from '@bridge/model/exhibit.ts'
import type { Job, JobFailure, JobPhase } from '@bridge/model/job.ts'
import type { StatementState } from '@bridge/model/statement.ts'
import type { Page } from '@playwright/test'
import { fakeId, type Scene } from '../../support/fake-bridge/scenes.ts'
import { openViews } from '../../support/fake-bridge/views-site.ts'
import { makeSet } from './make-set.ts'

/** What the list holds when the room opens. */
export interface ExhibitScene extends Partial<Scene> {
  /** How many exhibits; the first ones show the statements of the fake world. */
  exhibits: number
  list?: Partial<ExhibitSet['settings']>
  former?: readonly ExportRecord[]
}

const MANIFEST = '9f2c4e1a7b6d5038c1fe94ab2d7730e65c8819aa04f7d3b2e6150c9d8a47be31'

/** An export made in November. */
export const makeRecord = (n: number, form: ExportRecord['form']): ExportRecord => ({
  id: `60000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
  madeAt: `2026-11-${19 - n}T09:1${n}:00Z`,
  form,
  name:
    form === 'folder'
      ? `证据 Nordlys v Hongda 2026-11-${19 - n}`
      : `Nordlys v Hongda, exhibits 2026-11-${19 - n}.zip`,
  exhibitCount: 12 - n,
  pageCount: 184 - n * 7,
  manifestSha256: MANIFEST,
})

/** What this file keeps in the page: the steps of the export, as the test calls them. */
declare global {
  interface Window {
    exhibitsFake: { former: ExportRecord[]; job: Job | undefined; names: string[] }
  }
}

/** Opens the exhibits room of the first case over a list of so many exhibits. */
export async function openExhibits(page: Page, scene: ExhibitScene): Promise<void> {
  const { exhibits, list, former, ...world } = scene
  await openViews(page, { size: 'one', ...world }, '/')
  await page.evaluate(installList, {
    set: withSettings(makeSet(exhibits), list),
    former: [...(former ?? [])],
  })
  await page.evaluate(
    (place) => {
      location.hash = place
    },
    `/cases/${fakeId('case', 1)}/exhibits`,
  )
}

const withSettings = (set: ExhibitSet, settings: ExhibitScene['list']): ExhibitSet => ({
  ...set,
  settings: { ...set.settings, ...settings },
})

/** Runs in the page: puts the list into the fake world and lets the test lead the export. */
function installList({ set, former }: { set: ExhibitSet; former: ExportRecord[] }): void {
  const { fakeBridge } = window
  const { world } = fakeBridge
  const state: Window['exhibitsFake'] = { former, job: undefined, names: [] }
  window.exhibitsFake = state
  world.exhibits = set
  const [statement] = world.statements
  const states: Record<string, StatementState> = { '2': 'unconfirmed', '6': 'denied', a: 'asked' }
  if (statement)
    world.statements.push(
      ...set.groups
        .flatMap(({ exhibits }) => exhibits)
        .flatMap(({ items }) => items.flatMap(({ statementId }) => statementId ?? []))
        .map((id) => ({ ...statement, id, message: null, state: states[id.slice(-1)] ?? 'confirmed' })),
    )
  const inner = fakeBridge.call.bind(fakeBridge)
  void inner('exhibits.changeSettings', { caseId: world.cases[0]?.id, settings: {} })
  fakeBridge.call = async (name, input) => {
    state.names.push(name)
    if (name === 'exhibits.listExports') return { ok: true, value: { exports: [...state.former] } }
    if (name === 'exhibits.export') {
      const job: Job = {
        id: crypto.randomUUID(),
        kind: 'exhibits.export',
        caseId: world.cases[0]?.id ?? '',
        subjectId: crypto.randomUUID(),
        state: 'running',
        phase: null,
        done: 0,
        total: 0,
        failure: null,
      }
      state.job = job
      world.jobs.push(job)
      return { ok: true, value: { jobId: job.id, exportId: job.subjectId } }
    }
    if (name === 'jobs.cancel' && state.job) {
      Object.assign(state.job, { state: 'cancelled' })
      fakeBridge.tell('job', { ...state.job })
      return { ok: true, value: {} }
    }
    return inner(name, input)
  }
}

/** Main says how far the export is. */
export const tellExport = (page: Page, phase: JobPhase, done: number, total: number): Promise<void> =>
  page.evaluate(
    (change) => {
      const { job } = window.exhibitsFake
      if (job) window.fakeBridge.tell('job', { ...Object.assign(job, change) })
    },
    { phase, done, total },
  )

/** Main says that the export is done, and lists it. */
export const endExport = (page: Page, record: ExportRecord): Promise<void> =>
  page.evaluate((made) => {
    const { job, former } = window.exhibitsFake
    if (!job) return
    former.unshift({ ...made, id: job.subjectId })
    window.fakeBridge.tell('job', { ...Object.assign(job, { state: 'done' }) })
  }, record)

/** Main says that the export failed. */
export const failExport = (page: Page, failure: JobFailure): Promise<void> =>
  page.evaluate((why) => {
    const { job } = window.exhibitsFake
    if (job) window.fakeBridge.tell('job', { ...Object.assign(job, { state: 'failed', failure: why }) })
  }, failure)
