import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import type * as disk from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import type { ExportTarget, RememberPlace } from './export-target.ts'
import { openFolderTarget } from './folder-target.ts'
import type { BundleManifest } from './manifest.ts'
import { sweepUnfinished } from './sweep-unfinished.ts'
import { listUnfinished, rememberUnfinished } from './unfinished-store.ts'
import { writeExport } from './write-export.ts'
import { openZipTarget } from './zip-target.ts'

/** Where a test says so, the program dies over the first removal. */
let dies = false
vi.mock('node:fs/promises', async (original) => {
  const real: typeof disk = await original()
  const rm: typeof real.rm = async (path, options) => {
    if (dies) throw new Error('killed')
    await real.rm(path, options)
  }
  return { ...real, rm }
})

let desk: TestDesk
let folder: string
beforeEach(async () => {
  dies = false
  desk = await openTestDesk()
  folder = temporaryFolder()
  return () => desk.close()
})

const remember =
  (id: string): RememberPlace =>
  ({ path, draft }) =>
    desk.store.write((writer) => rememberUnfinished(writer, { id, location: path, draft }))

const FORMS = {
  folder: (id: string) => openFolderTarget(folder, '证据', remember(id)),
  zip: (id: string) => openZipTarget(folder, { name: '证据', day: '2026-03-02' }, remember(id)),
}
type Form = keyof typeof FORMS

const manifestOf = (exportId: string): Omit<BundleManifest, 'files'> => ({
  ...{ format: 'redchop-exhibits', version: 1, app: 'test', exportId, madeAt: desk.clock.now() },
  ...{ wording: { proposals: '1', papers: '1' }, language: 'zh', numberStyle: 'zh', numbering: 'flat' },
  ...{ listPageCount: 1, pageCount: 2, audit: null },
  exhibits: [{ number: '证据1', pages: { first: 1, last: 2 }, items: [{ kind: 'record' }] }],
})

/** An export that the program died over: written down to its manifests, and not published. */
async function crashed(form: Form, written: { exportId?: string } = {}): Promise<ExportTarget> {
  const id = desk.ids.next()
  const target = await FORMS[form](id)
  const files = [
    { path: '02 证据卷.pdf', bytes: Buffer.from('pdf') },
    { path: 'originals/a.eml', bytes: Buffer.alloc(600_000, '尚欠货款') },
  ]
  const signal = AbortSignal.timeout(60_000)
  await writeExport(target, files, manifestOf(written.exportId ?? id), { signal, onBytes: () => undefined })
  return target
}

/** One that it died over after it had its name, and before the audit chain knew of it. */
async function published(form: Form, written?: { exportId: string }): Promise<string> {
  const target = await crashed(form, written)
  await target.publish()
  return target.path
}

test('drafts and the names held for them go, and nothing else does', async () => {
  writeFileSync(join(folder, '证据.zip'), 'mine')
  mkdirSync(join(folder, '证据'))
  await crashed('folder')
  await crashed('zip')
  expect(await sweepUnfinished(desk.store)).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['证据', '证据.zip'])
  expect(listUnfinished(desk.store.read)).toEqual([])
})

describe.each(['folder', 'zip'] as const)('a %s that has its name and is in no record', (form) => {
  test('goes, whole as it is', async () => {
    await published(form)
    expect(await sweepUnfinished(desk.store)).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  test('stays where it is another export than the one that was being written', async () => {
    const path = await published(form, { exportId: desk.ids.next() })
    await sweepUnfinished(desk.store)
    expect(readdirSync(folder)).toEqual([basename(path)])
  })
})

test.each([
  ['added to', (path: string) => writeFileSync(join(path, 'notes.txt'), 'mine')],
  ['worked on', (path: string) => writeFileSync(join(path, '02 证据卷.pdf'), 'mine')],
])('a published folder that somebody has %s stays', async (_, change) => {
  const path = await published('folder')
  change(path)
  await sweepUnfinished(desk.store)
  expect(existsSync(join(path, 'originals', 'a.eml'))).toBe(true)
})

test('a published folder that is discarded never stands half removed under its name', async () => {
  const target = await crashed('folder')
  await target.publish()
  dies = true
  await expect(target.discard()).rejects.toThrow('killed')
  expect(readdirSync(folder).filter((name) => !name.startsWith(TEMPORARY_PREFIX))).toEqual([])
  dies = false
  await sweepUnfinished(desk.store)
  expect(readdirSync(folder)).toEqual([])
})

test('what lies out of reach is removed once it is there again', async () => {
  await crashed('folder')
  const away = `${folder}-away`
  renameSync(folder, away)
  expect(await sweepUnfinished(desk.store)).toBe(0)
  renameSync(away, folder)
  expect(await sweepUnfinished(desk.store)).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})
