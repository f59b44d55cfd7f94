import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { collect } from '../../../tests/support/collect.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { auditEntries, originals } from '../../store/schema/index.ts'
import { createMailReader } from '../../workers/mail-reader.ts'
import { startChildWorker } from '../../workers/start-child-worker.ts'
import { createEvidenceService } from './evidence-service.ts'
import { FILE_FROM_BYTES } from './originals.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.close()
})

const WORDS = {
  from: 'a@b.example',
  messageId: '1@b',
  body: '<b>说明</b>',
  file: { name: '提单.pdf', text: 'bill of lading' },
}

/** Through the worker, which also fills the file store. */
async function importOne(bytes: Buffer): Promise<string> {
  const path = join(temporaryFolder(), 'a.eml')
  await writeFile(path, bytes)
  const { jobId, importId } = desk.evidence.import(caseId, [path])
  await desk.jobs.ended(jobId)
  const { lines } = desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 })
  return lines[0]?.messageId ?? ''
}

const sized = (change: MailWords, sizeBytes: number): Buffer => {
  const short = rawMail({ ...WORDS, ...change, body: '' })
  return rawMail({ ...WORDS, ...change, body: 'x'.repeat(sizeBytes - short.length) })
}

test.each([
  ['just below', FILE_FROM_BYTES - 1, 0],
  ['at', FILE_FROM_BYTES, 1],
  ['far above', FILE_FROM_BYTES * 20, 1],
])('an original %s the limit comes back byte for byte', async (_, sizeBytes, filesKept) => {
  const mail = sized({}, sizeBytes)
  expect(mail).toHaveLength(sizeBytes)
  const messageId = await importOne(mail)
  expect(await desk.evidence.original(messageId)).toEqual(mail)
  expect(desk.evidence.get(messageId).originalSha256).toBe(createHash('sha256').update(mail).digest('hex'))
  expect(await collect(desk.files.list())).toHaveLength(filesKept)
})

test('an original whose file is gone is called damaged, not missing and not empty', async () => {
  const messageId = await importOne(sized({}, FILE_FROM_BYTES))
  await rm(desk.paths.files, { recursive: true })
  await expect(desk.evidence.original(messageId)).rejects.toThrow('ORIGINAL_DAMAGED')
  await expect(desk.evidence.body(messageId)).rejects.toThrow('ORIGINAL_DAMAGED')
})

test.each([
  ['a flipped bit', (path: string) => flipBit(path)],
  ['a file that is gone', (path: string) => rm(path)],
])('an original with %s is whole again once it is offered again, and that is told', async (_, damage) => {
  const mail = sized({}, FILE_FROM_BYTES * 2)
  const messageId = await importOne(mail)
  const [stored = ''] = await readdir(desk.paths.files)
  await damage(join(desk.paths.files, stored))
  await expect(desk.evidence.original(messageId)).rejects.toThrow('ORIGINAL_DAMAGED')
  expect(await importOne(mail)).toBe(messageId)
  expect(await desk.evidence.original(messageId)).toEqual(mail)
  expect(await importOne(mail)).toBe(messageId)
  const outcomes = desk.evidence.get(messageId).intakes.map(({ outcome, reason }) => [outcome, reason])
  expect(outcomes).toEqual([
    ['stored', null],
    ['known', 'ORIGINAL_HEALED'],
    ['known', null],
  ])
  const healed = desk.store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'original.healed'))
    .all()
  expect(healed.map(({ objectId }) => objectId)).toEqual([desk.evidence.get(messageId).intakes[1]?.id])
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})

async function flipBit(path: string): Promise<void> {
  const raw = await readFile(path)
  raw[70_000] = (raw[70_000] ?? 0) ^ 1
  await writeFile(path, raw)
}

test('an original that the database gives back altered is damaged, for whoever asks', async () => {
  const [line] = receiveMail(desk, caseId, rawMail(WORDS))
  const messageId = line?.messageId ?? ''
  const altered = rawMail({ ...WORDS, body: '<b>说朋</b>' })
  // A forger below the rules: the trigger keeps everyone else away.
  desk.store.write((writer) => {
    writer.run(sql`drop trigger originals_no_update`)
    writer.update(originals).set({ bytes: altered }).run()
  })
  await expect(desk.evidence.original(messageId)).rejects.toThrow('ORIGINAL_DAMAGED')
  await expect(desk.evidence.body(messageId)).rejects.toThrow('ORIGINAL_DAMAGED')
})

test('body and parts are read again from the original', async () => {
  const [line] = receiveMail(desk, caseId, rawMail(WORDS))
  const messageId = line?.messageId ?? ''
  expect(await desk.evidence.body(messageId)).toMatchObject({ text: '<b>说明</b>', html: null })
  const [attachment] = desk.evidence.get(messageId).attachments
  const part = await desk.evidence.part(messageId, attachment?.partPath ?? '')
  expect(part).toMatchObject({ fileName: '提单.pdf', bytes: Buffer.from('bill of lading') })
  expect(attachment?.sha256).toBe(createHash('sha256').update(part.bytes).digest('hex'))
  await expect(desk.evidence.part(messageId, '9.9')).rejects.toThrow('NOT_FOUND')
})

test('what could not be read has an original, and neither body nor parts', async () => {
  const [line] = receiveMail(desk, caseId, Buffer.from('\0\0\0'))
  const messageId = line?.messageId ?? ''
  await expect(desk.evidence.body(messageId)).rejects.toThrow('MESSAGE_UNREADABLE')
  await expect(desk.evidence.part(messageId, '1')).rejects.toThrow('MESSAGE_UNREADABLE')
  expect(await desk.evidence.original(messageId)).toEqual(Buffer.from('\0\0\0'))
})

test('a reader that breaks later says that the message cannot be read', async () => {
  const [line] = receiveMail(desk, caseId, rawMail(WORDS))
  const broken = createMailReader(startChildWorker(() => join(desk.paths.root, 'no-such-worker.js')))
  const evidence = createEvidenceService({ ...desk, reader: broken, exhibitNumbersOf: () => [] })
  await expect(evidence.body(line?.messageId ?? '')).rejects.toThrow('MESSAGE_UNREADABLE')
  await expect(evidence.part(line?.messageId ?? '', '1')).rejects.toThrow('MESSAGE_UNREADABLE')
})

test('a message that is not there is said not to be', async () => {
  expect(() => desk.evidence.get(NOBODY)).toThrow('NOT_FOUND')
  await expect(desk.evidence.original(NOBODY)).rejects.toThrow('NOT_FOUND')
  await expect(desk.evidence.body(NOBODY)).rejects.toThrow('NOT_FOUND')
  await expect(desk.evidence.part(NOBODY, '1')).rejects.toThrow('NOT_FOUND')
})
