import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caseDraft } from '../../support/case-draft.ts'
import { createTestVault, openTestProgram, type TestProgram } from '../../support/program.ts'
import { rawMail } from '../../support/raw-mail.ts'
import { TEST_PASSPHRASE } from '../../support/test-vault.ts'

/** Stands in a file beside the vault, which nothing may read. */
export const OUTSIDE_SECRET = 'canary-outside-the-vault-7731'

export interface Stage {
  program: TestProgram
  /** Ids of things of every kind, and some of nothing. */
  ids: string[]
  /** Has a person choose files, a place for an export and a backup; gives the tokens, as the page gets them. */
  choose(): Promise<string[]>
  /** Opens the vault again where a payload locked it. */
  reopen(): Promise<void>
  /** Every file that lies outside the vault and was not chosen, with a digest. */
  outside(): string[]
  remove(): Promise<void>
}

/** A program with a case that has mail, statements and exhibits, in a folder with files that are none of its business. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-payloads-'))
  const [root, chosen, beside] = ['vault', 'chosen', 'beside'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const each of [chosen, beside]) mkdirSync(each)
  writeFileSync(join(beside, 'x'), OUTSIDE_SECRET)
  writeFileSync(join(folder, 'x'), OUTSIDE_SECRET)
  const program = await openTestProgram(root)
  await createTestVault(program)
  const ids = await fill(program, chosen)
  program.answers.savePath = join(chosen, 'saved')
  return {
    program,
    ids,
    choose: () => choose(program, ids[0] ?? '', chosen),
    async reopen() {
      if (program.session.isLocked()) await program.call('vault.unlock', { passphrase: TEST_PASSPHRASE })
    },
    outside: () => digests(folder).filter((line) => !/^(vault|chosen)\//u.test(line)),
    async remove() {
      await program.session.lock()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function choose({ answers, handlers }: TestProgram, caseId: string, chosen: string): Promise<string[]> {
  Object.assign(answers, { files: [join(chosen, '1.eml')], folder: chosen })
  const given = [
    await handlers['evidence.choose']({ what: 'files' }),
    await handlers['exhibits.chooseDestination']({ caseId, form: 'zip' }),
    await handlers['restore.inspect']({}),
  ]
  Object.assign(answers, { files: null, folder: null })
  return given.flatMap(({ token }) => token ?? [])
}

async function fill(program: TestProgram, chosen: string): Promise<string[]> {
  const desk = program.session.desk()
  const caseId = desk.cases.add(caseDraft())
  const quote = 'We owe it.'
  for (const name of ['1', '2'])
    writeFileSync(
      join(chosen, `${name}.eml`),
      rawMail({
        from: 'a@hongda.example.cn',
        messageId: `${name}@x`,
        body: quote,
        file: { name: 'a.csv', text: '1' },
      }),
    )
  const { jobId, importId } = desk.evidence.import(caseId, [chosen])
  await desk.jobs.ended(jobId)
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50 } as const
  const messageIds = desk.evidence.list(page).rows.map((row) => row.id)
  const [messageId = ''] = messageIds
  const statementId = desk.confirmations.mark({ messageId, kind: 'debt', quote, quoteStart: 0 })
  const exhibitIds = desk.exhibits.addFromStatements(caseId, [statementId], null)
  const groupIds = desk.exhibits.get(caseId).groups.map(({ id }) => id)
  const nothing = ['ffffffff-ffff-4fff-bfff-ffffffffffff', '00000000-0000-0000-0000-000000000000']
  return [caseId, importId, jobId, ...messageIds, statementId, ...exhibitIds, ...groupIds, ...nothing]
}

const digests = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (path) =>
        `${path.slice(folder.length + 1)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    )
    .sort()
