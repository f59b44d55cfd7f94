import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { createTestVault, openTestProgram, type TestProgram } from '../../../tests/support/program.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'

const MAIL = rawMail({
  from: 'a@b.example',
  messageId: '1@b',
  body: 'x',
  file: { name: '../提单.pdf', text: 'bill' },
})

let program: TestProgram
let folder: string
beforeEach(async () => {
  program = await openTestProgram()
  await createTestVault(program)
  folder = temporaryFolder()
  await writeFile(join(folder, 'a.eml'), MAIL)
})
afterEach(() => program.session.lock())

/** What the page got as a token; null where the lawyer cancelled. */
const choose = async (what: 'files' | 'folder') => (await program.handlers['evidence.choose']({ what })).token

async function importFolder(): Promise<{ caseId: string; messageId: string }> {
  program.answers.folder = folder
  const caseId = program.session.desk().cases.add(caseDraft())
  const { jobId } = await program.handlers['evidence.import']({
    caseId,
    token: (await choose('folder')) ?? '',
  })
  await program.session.desk().jobs.ended(jobId)
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 1 } as const
  return { caseId, messageId: program.session.desk().evidence.list(page).rows[0]?.id ?? '' }
}

test('a cancelled dialog is no choice', async () => {
  expect([await choose('files'), await choose('folder')]).toEqual([null, null])
  program.answers.files = []
  expect(await choose('files')).toBeNull()
})

test('a token works once, and tells the page no path', async () => {
  const { caseId } = await importFolder()
  const token = (await choose('folder')) ?? ''
  expect(token).toMatch(/^[0-9a-f-]{36}$/u)
  expect(await program.call('evidence.import', { caseId, token })).toMatchObject({
    jobId: expect.any(String),
  })
  expect(await program.call('evidence.import', { caseId, token })).toBe('CHOICE_EXPIRED')
})

test('the end of an import is told to open views', async () => {
  await importFolder()
  const topics = program.sent.flatMap((each) => (each.name === 'changed' ? [each.payload] : []))
  expect(topics).toContainEqual({ topics: ['evidence', 'cases', 'jobs'] })
})

test('an original is saved byte for byte, and an attachment decoded, where the lawyer says', async () => {
  const { messageId } = await importFolder()
  const { attachments, originalSha256 } = program.session.desk().evidence.get(messageId)
  const save = async (name: string, partPath: string | null) => {
    program.answers.savePath = join(folder, name)
    expect(await program.call('evidence.saveOriginal', { messageId, partPath })).toEqual({ saved: true })
    return readFileSync(join(folder, name))
  }
  const original = await save('out.eml', null)
  expect(original).toEqual(MAIL)
  expect(createHash('sha256').update(original).digest('hex')).toBe(originalSha256)
  expect(await save('out.pdf', attachments[0]?.partPath ?? '')).toEqual(Buffer.from('bill'))
})

test('nothing is saved when the lawyer cancels', async () => {
  const { messageId } = await importFolder()
  expect(await program.call('evidence.saveOriginal', { messageId, partPath: null })).toEqual({ saved: false })
  expect(existsSync(join(folder, 'out.eml'))).toBe(false)
})
