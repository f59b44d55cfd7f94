import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { collect } from '../../../tests/support/collect.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { wholeFile } from '../../../tests/support/whole-file.ts'
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

/** A batch of an import of its own, into `files`. */
function newBatch(files: TestDesk['files']) {
  const [caseId, importId] = [desk.cases.add(caseDraft()), desk.ids.next()]
  desk.store.write((writer) => addImport(writer, importId, caseId, desk.clock.now()))
  return createImportBatch({ ...desk, files }, importId, caseId)
}

/** One message of an import, not read. */
function itemOf(bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reading = { ok: false, reason: 'TOO_LARGE' } as const
  return {
    ...wholeFile('a.eml'),
    bytes,
    sha256,
    reading,
  } as const
}

/** Takes the message in as an import does, and gives where its bytes lie. */
async function placeOf(bytes: Buffer): Promise<{ inDatabase: boolean; inFiles: number }> {
  const [batch, item] = [newBatch(desk.files), itemOf(bytes)]
  await batch.add(item)
  await batch.finish()
  const row = desk.store.read.select().from(originals).where(eq(originals.sha256, item.sha256)).get()
  return { inDatabase: row?.bytes !== null, inFiles: (await collect(desk.files.list())).length }
}

test('T14: below 64 KiB an original lies in the database, from there on in a file of its own', async () => {
  expect(await placeOf(mailOf(64 * KIB - 1))).toEqual({ inDatabase: true, inFiles: 0 })
  expect(await placeOf(mailOf(64 * KIB))).toEqual({ inDatabase: false, inFiles: 1 })
})

// The order of writes (docs/architecture.md): bytes whole and synced under their name, then the row, the custody line and the
// entry of the chain in one transaction, then the head record, then the receipt. A crash leaves a file too many at most.
test('no row is written before the bytes it refers to are durable', async () => {
  const rowsMeanwhile: number[] = []
  const countRows = () => rowsMeanwhile.push(desk.store.read.select().from(originals).all().length)
  const watched = newBatch({
    ...desk.files,
    async putMany(files) {
      countRows()
      const written = await desk.files.putMany(files)
      countRows()
      return written
    },
  })
  await watched.add(itemOf(mailOf(64 * KIB)))
  await watched.finish()
  expect(rowsMeanwhile).toEqual([0, 0])
  countRows()
  expect(rowsMeanwhile.at(-1)).toBe(1)

  const failing = newBatch({ ...desk.files, putMany: () => Promise.reject(new Error('no disk')) })
  await failing.add(itemOf(mailOf(64 * KIB + 1)))
  await expect(failing.finish()).rejects.toThrow('no disk')
  expect(desk.store.read.select().from(originals).all()).toHaveLength(1)
})
