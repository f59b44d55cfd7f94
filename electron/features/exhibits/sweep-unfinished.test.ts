import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import type { ExportTarget, RememberPlace } from './export-target.ts'
import { openFolderTarget } from './folder-target.ts'
import { sweepUnfinished } from './sweep-unfinished.ts'
import { listUnfinished, rememberUnfinished } from './unfinished-store.ts'
import { openZipTarget } from './zip-target.ts'

let desk: TestDesk
let folder: string
beforeEach(async () => {
  desk = await openTestDesk()
  folder = temporaryFolder()
  return () => desk.close()
})

const remember: RememberPlace = ({ path, draft }) =>
  desk.store.write((writer) => rememberUnfinished(writer, { id: desk.ids.next(), location: path, draft }))

const FORMS = {
  folder: () => openFolderTarget(folder, '证据', remember),
  zip: () => openZipTarget(folder, { name: '证据', day: '2026-03-02' }, remember),
}

/** An export that the program died over. */
async function crashed(form: keyof typeof FORMS): Promise<ExportTarget> {
  const target = await FORMS[form]()
  await target.add('originals/a.eml', Buffer.alloc(600_000, '尚欠货款'))
  return target
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

test.each(['folder', 'zip'] as const)('a %s that was published already stays', async (form) => {
  const target = await crashed(form)
  await target.publish()
  await sweepUnfinished(desk.store)
  expect(readdirSync(folder)).toHaveLength(1)
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
