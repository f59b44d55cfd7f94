import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { collect } from '../../../tests/support/collect.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { originals } from '../../store/schema/index.ts'
import { createImportBatch } from './import-batch.ts'
import { addImport } from './intakes-store.ts'

const KIB = 1_024
let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk()
})

/** A message of exactly `size` bytes. */
function mailOf(size: number): Buffer {
  const short = rawMail({ subject: '对账', from: 'a@example.com', body: '' })
  return rawMail({ subject: '对账', from: 'a@example.com', body: 'x'.repeat(size - short.length) })
}

/** Takes the message in as an import does, and gives where its bytes lie. */
async function placeOf(bytes: Buffer): Promise<{ inDatabase: boolean; inFiles: number }> {
  const caseId = desk.cases.add(caseDraft())
  const importId = desk.ids.next()
  desk.store.write((writer) => addImport(writer, importId, caseId, desk.clock.now()))
  const batch = createImportBatch(desk, importId, caseId)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reading = { ok: false, reason: 'TOO_LARGE' } as const
  await batch.add({
    kind: 'message',
    sourceKind: 'eml',
    sourceName: 'a.eml',
    offset: 0,
    bytes,
    sha256,
    reading,
  })
  await batch.finish()
  const row = desk.store.read.select().from(originals).where(eq(originals.sha256, sha256)).get()
  return { inDatabase: row?.bytes !== null, inFiles: (await collect(desk.files.list())).length }
}

test('T14: below 64 KiB an original lies in the database, from there on in a file of its own', async () => {
  expect(await placeOf(mailOf(64 * KIB - 1))).toEqual({ inDatabase: true, inFiles: 0 })
  expect(await placeOf(mailOf(64 * KIB))).toEqual({ inDatabase: false, inFiles: 1 })
})
