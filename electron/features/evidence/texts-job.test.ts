import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { cutText } from './texts-job.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.close()
})

const rows = () =>
  desk.store.read.all<{ state: string; reason: string | null; text: string; position: number }>(
    sql`select state, reason, text, position from attachment_texts order by row`,
  )
const found = (word: string) =>
  desk.store.read.all(sql`select rowid from attachment_search where attachment_search match ${word}`)
const done = () =>
  vi.waitFor(
    () =>
      expect(desk.jobs.list().find((job) => job.kind === 'evidence.texts')).toMatchObject({ state: 'done' }),
    { timeout: 20_000 },
  )

test('after an import what attachments and documents say is read, each once, and found', async () => {
  const folder = temporaryFolder()
  const mail = rawMail({
    from: 'a@b.example',
    messageId: '1@b',
    body: 'x',
    file: { name: 'a.txt', text: 'kilogram' },
  })
  await writeFile(join(folder, 'a.eml'), mail)
  await writeFile(join(folder, 'note.txt'), '余款属实')
  await writeFile(join(folder, 'scan.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  await desk.jobs.ended(desk.evidence.import(caseId, [folder]).jobId)
  await done()
  expect(rows()).toEqual([
    { state: 'read', reason: null, text: 'kilogram', position: 0 },
    { state: 'read', reason: null, text: '余款属实', position: 0 },
    { state: 'none', reason: 'NO_TEXT', text: '', position: 0 },
  ])
  expect([found('kilogram').length, found('"余 款"').length]).toEqual([1, 1])
  desk.evidence.resumeTexts()
  expect(desk.jobs.list().filter((job) => job.kind === 'evidence.texts')).toHaveLength(1)
})

test('what was not read when the vault was locked is read after the next opening', async () => {
  const files = ['a.txt', 'b.bin'].map((name, at) =>
    rawMail({ from: 'a@b.example', messageId: `${at}@b`, body: `x${at}`, file: { name, text: name } }),
  )
  receiveMail(desk, caseId, ...files)
  expect(rows()).toEqual([])
  desk.evidence.resumeTexts()
  await done()
  expect(rows().map(({ state, reason }) => [state, reason])).toEqual([
    ['read', null],
    ['none', 'UNKNOWN_KIND'],
  ])
})

test('a long text is cut where words end, and nothing of it is lost', () => {
  const text = 'word '.repeat(30_000)
  const pieces = cutText(text)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(text)
  expect(pieces.every((piece) => piece.endsWith(' '))).toBe(true)
  expect(cutText('')).toEqual([''])
  expect(cutText('字'.repeat(130_000)).join('')).toHaveLength(130_000)
})
