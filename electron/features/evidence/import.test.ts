import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'

const SAMPLE = resolve(import.meta.dirname, '../../../resources/sample-case/mail')

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.close()
})

const everything = { outcome: null, offset: 0, limit: 500 } as const
const listed = () =>
  desk.evidence.list({ caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 500 })

async function importAll(...paths: string[]) {
  const { jobId, importId } = desk.evidence.import(caseId, paths)
  const job = await desk.jobs.ended(jobId)
  return { job, ...desk.evidence.getReceipt({ importId, ...everything }) }
}

test('the sample case: 28 things come in, 27 messages, one of them known already', async () => {
  const { job, receipt, lines, total } = await importAll(SAMPLE)
  expect(job).toMatchObject({ state: 'done', failure: null })
  expect(receipt).toMatchObject({ cancelled: false, endedAt: desk.clock.at })
  expect(receipt.counts).toEqual({ stored: 27, known: 1, unreadable: 0, skipped: 0 })
  expect([total, listed().total]).toEqual([28, 27])
  const mailbox = lines
    .filter((line) => line.sourceName.endsWith('.mbox'))
    .map((line) => line.sourceOffset ?? -1)
  expect(mailbox).toHaveLength(2)
  expect(mailbox[1]).toBeGreaterThan(mailbox[0] ?? 0)
  expect(
    lines.filter((line) => line.sourceName.endsWith('.eml')).every((line) => line.sourceOffset === null),
  ).toBe(true)
})

test('everything offered is in the receipt: read, known, unreadable, left out', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'sub'))
  const mail = rawMail({ from: 'a@b.example', subject: 'one', messageId: '1@b', body: 'x' })
  await writeFile(join(folder, 'a.eml'), mail)
  await writeFile(join(folder, 'b.eml'), mail)
  await writeFile(join(folder, 'c.eml'), '')
  await writeFile(join(folder, 'sub', 'scan.pdf'), '%PDF-1.7')
  await writeFile(join(folder, 'sub', 'song.mp3'), 'ID3')
  await symlink(join(folder, 'a.eml'), join(folder, 'sub', 'link.eml'))
  const { lines, receipt } = await importAll(folder, join(folder, 'gone.eml'))
  expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['stored', null],
    ['known', null],
    ['unreadable', 'EMPTY'],
    ['skipped', 'SYMBOLIC_LINK'],
    ['stored', null],
    ['skipped', 'NOT_MAIL'],
    ['skipped', 'NOT_FOUND'],
  ])
  expect(receipt.counts).toEqual({ stored: 2, known: 1, unreadable: 1, skipped: 3 })
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})

test('the receipt pages, also by outcome', async () => {
  const { receipt } = await importAll(SAMPLE)
  const page = (outcome: 'stored' | 'known', offset: number, limit: number) =>
    desk.evidence.getReceipt({ importId: receipt.id, outcome, offset, limit })
  expect(page('known', 0, 10)).toMatchObject({ total: 1, lines: [{ outcome: 'known' }] })
  expect(page('stored', 25, 10).lines).toHaveLength(2)
  expect(page('stored', 25, 10).total).toBe(27)
})

test('a cancel in the middle keeps what was taken in, whole, and says so in the receipt', async () => {
  const folder = temporaryFolder()
  for (let at = 100; at < 500; at += 1)
    await writeFile(
      join(folder, `${at}.eml`),
      rawMail({ from: 'a@b.example', messageId: `${at}@b`, body: 'word '.repeat(4_000) }),
    )
  const { jobId, importId } = desk.evidence.import(caseId, [folder])
  await vi.waitFor(() => expect(listed().total).toBeGreaterThan(0), { interval: 5, timeout: 20_000 })
  desk.jobs.cancel(jobId)
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'cancelled', failure: null })
  const { receipt, total } = desk.evidence.getReceipt({ importId, ...everything })
  expect(receipt).toMatchObject({ cancelled: true, endedAt: desk.clock.at })
  expect(total).toBeLessThan(400)
  expect(receipt.counts.stored).toBe(listed().total)
  expect(
    desk.evidence.list({ caseId, search: 'word', order: 'date', filter: {}, offset: 0, limit: 1 }).total,
  ).toBe(total)
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})

test('imports of a case are listed newest first, also within one instant', async () => {
  const first = await importAll(join(SAMPLE, '01-2025-04-08-inquiry.eml'))
  const second = await importAll(join(SAMPLE, '02-2025-04-10-quotation.eml'))
  expect(desk.evidence.listImports(caseId)).toEqual([second.receipt, first.receipt])
})

test('one import of a case at a time; another case may import meanwhile', async () => {
  const other = desk.cases.add(caseDraft())
  const { jobId } = desk.evidence.import(caseId, [SAMPLE])
  expect(() => desk.evidence.import(caseId, [SAMPLE])).toThrow('JOB_RUNNING')
  const theirs = desk.evidence.import(other, [SAMPLE])
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'done' })
  expect(await desk.jobs.ended(theirs.jobId)).toMatchObject({ state: 'done' })
  expect(desk.evidence.listImports(caseId)).toHaveLength(1)
})

test('an import into no case is refused and leaves nothing', () => {
  expect(() => desk.evidence.import(NOBODY, [SAMPLE])).toThrow('NOT_FOUND')
  expect(() => desk.evidence.getReceipt({ importId: NOBODY, ...everything })).toThrow('NOT_FOUND')
  expect(desk.jobs.list()).toEqual([])
})
