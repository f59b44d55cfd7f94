import { createHash } from 'node:crypto'
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { collect } from '../../../tests/support/collect.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { wholeFile } from '../../../tests/support/whole-file.ts'
import { createImportBatch } from './import-batch.ts'
import { addImport } from './intakes-store.ts'

const HOUR_MS = 3_600_000
let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk()
})

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const large = (filling: string) => Buffer.alloc(70_000, filling)
const sweep = () => desk.evidence.sweep('0c2f1f6e-0000-4000-8000-000000000001')
const inFolder = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])

function age(folder: string, hours: number): void {
  const at = new Date(Date.now() - hours * HOUR_MS)
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), at, at)
}

/** As an import does it: the file, then its row. */
async function takeIn(bytes: Buffer): Promise<void> {
  const [caseId, importId, sha256] = [desk.cases.add(caseDraft()), desk.ids.next(), sha256Of(bytes)]
  desk.store.write((writer) => addImport(writer, importId, caseId, desk.clock.now()))
  const batch = createImportBatch(desk, importId, caseId)
  const reading = { ok: false, reason: 'NOT_A_MESSAGE' } as const
  await batch.add({
    ...wholeFile('a.eml'),
    bytes,
    sha256,
    reading,
  })
  await batch.finish()
}

test('a file without a row is set aside after a day, counted in the chain, and no other', async () => {
  const { files, quarantine } = desk.paths
  await takeIn(large('kept'))
  const kept = inFolder(files)
  const orphan = large('orphan')
  await desk.files.put({ sha256: sha256Of(orphan), bytes: orphan })
  expect(await sweep()).toEqual({ removed: 0, quarantined: 0 })
  age(files, 23)
  expect(await sweep()).toEqual({ removed: 0, quarantined: 0 })
  age(files, 25)
  expect(await sweep()).toEqual({ removed: 0, quarantined: 1 })
  expect(inFolder(files)).toEqual(kept)
  expect(inFolder(quarantine)).toHaveLength(1)
  expect((await collect(desk.files.listQuarantined())).map(({ sha256 }) => sha256)).toEqual([
    sha256Of(orphan),
  ])
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])

  await takeIn(orphan)
  expect((await desk.files.get(sha256Of(orphan))).equals(orphan)).toBe(true)
})

test('a file that is just being taken in again is not set aside, however old it is', async () => {
  const orphan = large('orphan')
  await desk.files.put({ sha256: sha256Of(orphan), bytes: orphan })
  age(desk.paths.files, 25)
  const [, swept] = await Promise.all([desk.files.put({ sha256: sha256Of(orphan), bytes: orphan }), sweep()])
  expect(swept.quarantined).toBe(0)
  expect(await desk.files.has(sha256Of(orphan))).toBe(true)
})

test('what a crash left half-written is removed, from before this program started only', async () => {
  const { root, files } = desk.paths
  await takeIn(large('kept'))
  for (const folder of [root, files]) {
    writeFileSync(join(folder, '.tmp-old'), 'half')
    utimesSync(join(folder, '.tmp-old'), new Date(0), new Date(0))
    writeFileSync(join(folder, '.tmp-new'), 'half')
  }
  expect(await sweep()).toEqual({ removed: 2, quarantined: 0 })
  expect([root, files].map((folder) => inFolder(folder).filter((name) => name.startsWith('.tmp-')))).toEqual([
    ['.tmp-new'],
    ['.tmp-new'],
  ])
})
