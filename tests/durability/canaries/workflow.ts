import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ChromiumRenderer } from '../../../electron/documents/pdf/chromium-renderer.ts'
import { findChromium } from '../../../electron/documents/pdf/find-chromium.ts'
import { readFonts } from '../../../electron/documents/pdf/fonts.ts'
import { createProgram } from '../../../electron/ipc/program.ts'
import { caseDraft } from '../../support/case-draft.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { startTestWorker } from '../../support/start-test-worker.ts'
import { canary, QUOTE } from './canary-mail.ts'

/** The whole main job without a window, on the folders given; says `ready` and waits for a word before it closes. */
const [root = '', mail = '', exported = '', backups = ''] = process.argv.slice(2)
const ROOT = resolve(import.meta.dirname, '../../..')
const PASSPHRASE = 'ninety green turtles hum'
const fonts = await readFonts(join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc'))
const pdf = new ChromiumRenderer(await findChromium(), fonts)
const nobody = async () => null
const program = await createProgram({
  root,
  kdf: cheapKdf,
  migrationsFolder: join(ROOT, 'drizzle'),
  verifierFolder: join(ROOT, 'resources/verifier'),
  systemLocale: 'en',
  version: 'test',
  actor: 'command-line',
  ownOrigin: 'app://none',
  startWorker: startTestWorker,
  pdf,
  fonts,
  keyFile: { path: undefined },
  dialogs: {
    chooseFiles: nobody,
    chooseFolder: nobody,
    chooseSavePath: nobody,
    reveal: () => undefined,
  } as never,
  send: () => undefined,
})

async function open(): Promise<void> {
  const { recoveryCode } = await program.vault.create(PASSPHRASE)
  await program.handlers['vault.proveRecovery']({ recoveryCode })
}

async function work(): Promise<void> {
  const desk = program.session.desk()
  const caseId = desk.cases.add(caseDraft({ title: canary(0), notes: canary(1) }))
  await desk.jobs.ended(desk.evidence.import(caseId, [mail]).jobId)
  const page = { caseId, order: 'date', filter: {}, offset: 0, limit: 500 } as const
  const rows = desk.evidence.list({ ...page, search: '' }).rows
  desk.evidence.list({ ...page, search: canary(0) })
  const owed = rows.find(({ id }) => desk.evidence.get(id).text.includes(QUOTE))
  if (!owed || rows.length !== 50) throw new TypeError('The mail has not come in')
  const quoteStart = desk.evidence.get(owed.id).text.indexOf(QUOTE)
  const passage = { messageId: owed.id, kind: 'debt', quote: QUOTE, quoteStart } as const
  desk.exhibits.addFromStatements(caseId, [desk.confirmations.mark(passage)], null)
  mkdirSync(exported, { recursive: true })
  for (const form of ['folder', 'zip'] as const) {
    const job = await desk.jobs.ended(desk.exhibits.export(caseId, exported, form).jobId)
    if (job?.state !== 'done') throw new TypeError(`The export failed: ${job?.failure?.code}`)
  }
  await program.router({ url: 'app://evil/', isTopFrame: true }, 'cases.list', {
    search: canary(3),
    archived: false,
  })
}

/** A backup, proven by its rehearsal; gives its id. */
async function backUp(): Promise<string> {
  const { safekeeping, jobs } = program.session.desk()
  mkdirSync(backups, { recursive: true })
  await safekeeping.setFolder(backups)
  const { jobId, backupId } = safekeeping.make()
  const job = await jobs.ended(jobId)
  if (job?.state !== 'done') throw new TypeError(`The backup failed: ${job?.failure?.code}`)
  return backupId
}

/** What is being typed is sealed as the vault locks, taken along by the backup, and back after the restore. */
const DRAFT = { key: 'case new', text: canary(2) }

await open()
await work()
program.session.desk().drafts.keep(DRAFT.key, DRAFT.text)
const backupId = await backUp()
await program.session.lock()
await program.restore.run({ folder: backups, backupId, secret: { passphrase: PASSPHRASE } })
await program.handlers['vault.unlock']({ passphrase: PASSPHRASE, keyFile: null } as never)
program.session.desk().cases.list(canary(0), false)
if (program.session.desk().drafts.list()[0]?.text !== DRAFT.text) throw new TypeError('The draft is lost')
process.stdout.write('ready\n')
await new Promise((proceed) => process.stdin.once('data', proceed))
await program.session.lock()
await pdf.close()
process.exit(0)
