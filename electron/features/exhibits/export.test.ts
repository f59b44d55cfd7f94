import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '@bridge/model/job.ts'
import { unzipSync } from 'fflate'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { pageTexts } from '../../../tests/documents/pdf-tools.ts'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { askOne } from '../../../tests/durability/tampering/ask-verifiers.ts'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import type { TestDesk } from '../../../tests/support/desk.ts'
import {
  OWED,
  OWED_MAIL,
  OWED_WORDS,
  openExhibitCase,
  STATEMENT_FILE,
} from '../../../tests/support/exhibit-case.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import { createChoices } from '../../platform/choices.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import { randomIds } from '../../platform/ids.ts'
import { findCase } from '../cases/index.ts'
import { createExhibitsService } from './exhibits-service.ts'
import { runExport } from './export-job.ts'
import { exhibitsHandlers } from './handlers.ts'
import { bundleManifest, parseSums } from './manifest.ts'
import { readOutline } from './read-outline.ts'
import { findSet } from './sets-store.ts'
import { listUnfinished } from './unfinished-store.ts'

let pdf: PdfRenderer
beforeAll(async () => {
  pdf = await openRenderer()
})

let open: TestDesk | undefined
afterEach(() => open?.close())

async function openCase() {
  const made = await openExhibitCase(pdf)
  open = made.desk
  return made
}

const choices = createChoices(randomIds)
const never = async () => null
const dialogsChoosing = (folder: string): Dialogs => ({
  chooseFiles: never,
  chooseSavePath: never,
  chooseFolder: async () => folder,
  reveal() {},
})

/** Every file below a folder by its path inside. */
function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

async function ended(desk: TestDesk, jobId: string): Promise<Job | undefined> {
  const job = await desk.jobs.ended(jobId)
  if (job?.state === 'failed' && job.failure?.code === 'UNEXPECTED') throw desk.failures.at(-1)
  return job
}

test('an export holds the papers, the exact originals and a manifest over everything', {
  timeout: 120_000,
}, async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const { jobId, exportId } = exhibits.export(caseId, folder, 'folder')
  expect(await ended(desk, jobId)).toMatchObject({ state: 'done', failure: null })
  expect(readdirSync(folder)).toEqual(['证据材料 2026-03-02'])
  const made = filesIn(join(folder, '证据材料 2026-03-02'))
  const first = 'originals/证据2 (1) 付款_确认_ _PO-7_.eml'
  expect([...made.keys()].sort()).toEqual([
    '01 证据目录.docx',
    '02 证据卷.pdf',
    'manifest.json',
    'manifest.sha256',
    'originals/attachments/证据2/对账单 (2).csv',
    'originals/attachments/证据2/对账单.csv',
    first,
    'originals/证据2 (2) 付款_确认_ _PO-7_.eml',
    'proof.json',
    'verify/README.txt',
    'verify/verify.mjs',
    'verify/verify.py',
  ])
  expect(made.get(first)?.equals(OWED_MAIL)).toBe(true)
  expect(made.get('originals/attachments/证据2/对账单.csv')?.toString()).toBe(STATEMENT_FILE.text)

  const [list = '', talk = '', mail = ''] = pageTexts(made.get('02 证据卷.pdf') ?? Buffer.of())
  for (const said of ['证据目录', '原告：Seller GmbH', '电子数据', '第二组证据', '2026年3月2日', '3–6'])
    expect(list).toContain(said)
  expect(list.replace(/\s/gu, '')).toContain('证明被告尚欠原告款项，被告已于')
  for (const said of ['六十天内付款', '日期未注明']) expect(talk).toContain(said)
  for (const said of ['证据2', 'li@hongda.example.cn', OWED, first.slice('originals/'.length), '对账单.csv'])
    expect(mail).toContain(said)

  // Both verifiers that lie in it find each original in the audit chain.
  const answers = await askOne({ folder: join(folder, '证据材料 2026-03-02'), receipt: null })
  expect(answers.python).toBe(answers.node)
  expect(answers.python).toMatch(/^OK exhibits: 11 files, 2 originals, .*, no receipt\n$/u)

  // The tool that a court's expert has checks it, and nothing is left out.
  const options = { cwd: join(folder, '证据材料 2026-03-02'), encoding: 'utf8' } as const
  const checked = execFileSync('sha256sum', ['--strict', '-c', 'manifest.sha256'], options)
  expect(checked.trim().split('\n')).toHaveLength(made.size - 1)
  expect([...(parseSums(made.get('manifest.sha256') ?? Buffer.of())?.keys() ?? [])].sort()).toEqual(
    [...made.keys()].filter((path) => path !== 'manifest.sha256').sort(),
  )

  const manifest = bundleManifest.parse(JSON.parse(made.get('manifest.json')?.toString() ?? ''))
  expect(manifest.exhibits.map((exhibit) => [exhibit.number, exhibit.pages])).toEqual([
    ['证据1', { first: 2, last: 2 }],
    ['证据2', { first: 3, last: 6 }],
  ])
  expect(manifest.audit?.seq).toBe(desk.audit.verify(desk.store.read).entries - 1)

  expect(listUnfinished(desk.store.read)).toEqual([])
  const [recorded] = exhibits.listExports(caseId)
  expect(recorded).toMatchObject({ id: exportId, name: '证据材料 2026-03-02', exhibitCount: 2, pageCount: 6 })
  const sums = createHash('sha256')
    .update(made.get('manifest.sha256') ?? '')
    .digest('hex')
  expect(recorded?.manifestSha256).toBe(sums)
  const phases = desk.told.filter((job) => job.id === jobId).map((job) => job.phase)
  expect([...new Set(phases)]).toEqual(['collecting', 'typesetting', 'binding', 'writing'])
})

test('a message that nobody can read is exported as it came in, behind a sheet that says why', {
  timeout: 120_000,
}, async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const bytes = Buffer.from('\0\0\0')
  const [line] = receiveMail(desk, caseId, bytes)
  exhibits.addFromMessages(caseId, [line?.messageId ?? ''], { together: true, groupId: null })
  const { jobId } = exhibits.export(caseId, folder, 'folder')
  expect(await ended(desk, jobId)).toMatchObject({ state: 'done', failure: null })
  const made = filesIn(join(folder, '证据材料 2026-03-02'))
  const path = `originals/证据3 ${line?.sourceName.replace('.eml', '')}.eml`
  expect(made.get(path)?.equals(bytes)).toBe(true)
  const sheet = pageTexts(made.get('02 证据卷.pdf') ?? Buffer.of()).at(-1) ?? ''
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (const said of ['证据3', line?.sourceName ?? '', '3 字节', sha256, path, '没有可读取的内容'])
    expect(sheet).toContain(said)
  const { exhibits: listed } = bundleManifest.parse(JSON.parse(made.get('manifest.json')?.toString() ?? ''))
  expect(listed[2]?.items).toEqual([{ kind: 'message', original: { path, sha256 }, attachments: [] }])
})

test('a message sent as a file is typeset with its own files, and they lie beside it', {
  timeout: 120_000,
}, async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const words = { from: 'keller@seller.example', messageId: '9@seller.example', subject: 'Forwarded' }
  const [line] = receiveMail(desk, caseId, forwarding(rawMail({ ...words, body: 'See below.' }), OWED_MAIL))
  exhibits.addFromMessages(caseId, [line?.messageId ?? ''], { together: true, groupId: null })
  const { jobId } = exhibits.export(caseId, folder, 'folder')
  expect(await ended(desk, jobId)).toMatchObject({ state: 'done' })
  const made = filesIn(join(folder, '证据材料 2026-03-02'))
  const inside = [...made.keys()].filter((path) => path.startsWith('originals/attachments/证据3/'))
  expect(inside.map((path) => path.split('/').at(-1)).sort()).toEqual(['付款_确认_ _PO-7_.eml', '对账单.csv'])
  const [cover, nested, table, ...rest] = pageTexts(made.get('02 证据卷.pdf') ?? Buffer.of()).slice(6)
  expect(cover).toContain('See below.')
  for (const said of [OWED, 'li@hongda.example.cn', inside[0] ?? '']) expect(nested).toContain(said)
  for (const said of STATEMENT_FILE.text.trim().split('\n')) expect(table).toContain(said)
  expect(rest).toEqual([])
})

test('the ZIP holds what the folder holds', { timeout: 120_000 }, async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const handlers = exhibitsHandlers({ exhibits: () => exhibits, dialogs: dialogsChoosing(folder), choices })
  for (const form of ['folder', 'zip'] as const) {
    const { token } = await handlers['exhibits.chooseDestination']({ caseId, form })
    const order = { caseId, token: token ?? '' }
    const { jobId } = await handlers['exhibits.export'](order)
    expect(() => handlers['exhibits.export'](order)).toThrow('CHOICE_EXPIRED')
    expect(await ended(desk, jobId)).toMatchObject({ state: 'done' })
  }
  const inFolder = filesIn(join(folder, '证据材料 2026-03-02'))
  const inZip = unzipSync(readFileSync(join(folder, '证据材料 2026-03-02.zip')))
  expect(Object.keys(inZip).sort()).toEqual([...inFolder.keys()].sort())
  // Only the manifests and the proof differ: each names its own export, and the chain has grown in between.
  for (const [path, bytes] of inFolder)
    if (!path.startsWith('manifest') && path !== 'proof.json')
      expect(bytes.equals(inZip[path] ?? Buffer.of()), path).toBe(true)
})

test('a damaged original fails the export by its code and exhibit, and leaves nothing', async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const { bytes, sha256 } = largeMail()
  await desk.files.put({ bytes, sha256 })
  const [line] = receiveMail(desk, caseId, bytes)
  exhibits.addFromMessages(caseId, [line?.messageId ?? ''], { together: true, groupId: null })
  const [sealed = ''] = [...filesIn(desk.paths.files).keys()]
  const path = join(desk.paths.files, sealed)
  const altered = readFileSync(path)
  altered.writeUInt8(altered.readUInt8(70_000) ^ 1, 70_000)
  writeFileSync(path, altered)
  const { jobId } = exhibits.export(caseId, folder, 'folder')
  const failure = { code: 'ORIGINAL_DAMAGED', exhibit: '证据3' }
  expect(await ended(desk, jobId)).toMatchObject({ state: 'failed', failure })
  expect(readdirSync(folder)).toEqual([])
  expect(exhibits.listExports(caseId)).toEqual([])
})

test('a place that is gone and a page that does not print fail the export by name', {
  timeout: 60_000,
}, async () => {
  const { desk, parts, exhibits, caseId, folder } = await openCase()
  const gone = exhibits.export(caseId, join(folder, 'gone'), 'zip')
  const refused = { code: 'PLACE_REFUSED', exhibit: null }
  expect(await ended(desk, gone.jobId)).toMatchObject({ state: 'failed', failure: refused })
  const isTalk = (html: string): boolean => html.includes('六十天内付款')
  const printer: PdfRenderer = {
    render: async (page) => (isTalk(page.html) ? Buffer.from('no page') : await pdf.render(page)),
    close: async () => undefined,
  }
  const broken = createExhibitsService({ ...parts, pdf: printer }).export(caseId, folder, 'zip')
  const unprinted = { code: 'PRINT_FAILED', exhibit: '证据1' }
  expect(await ended(desk, broken.jobId)).toMatchObject({ state: 'failed', failure: unprinted })
  expect(readdirSync(folder)).toEqual([])
})

test('a cancelled export leaves nothing, at whatever phase', { timeout: 120_000 }, async () => {
  const { desk, parts, exhibits, caseId, folder } = await openCase()
  const [matter, set] = [findCase(desk.store.read, caseId), findSet(desk.store.read, caseId)]
  if (!matter || !set) throw new TypeError('No list to export')
  const order = { matter, outline: readOutline(desk.store.read, set), folder, form: 'zip' } as const
  for (const at of ['collecting', 'typesetting', 'binding', 'writing']) {
    const abort = new AbortController()
    let remembered = 0
    const progress = (phase: string): void => {
      if (phase !== at) return
      remembered = listUnfinished(desk.store.read).length
      abort.abort(new Error(at))
    }
    const exportId = desk.ids.next()
    const run = runExport(parts, { ...order, exportId }, { signal: abort.signal, progress })
    await expect(run).rejects.toThrow(at)
    expect(remembered).toBe(at === 'writing' ? 1 : 0)
    expect([...readdirSync(folder), ...listUnfinished(desk.store.read)]).toEqual([])
  }
  expect(exhibits.listExports(caseId)).toEqual([])
})

test('an empty list is refused, and a second export of a case waits its turn', async () => {
  const { desk, exhibits, caseId, folder } = await openCase()
  const other = desk.cases.add(caseDraft())
  exhibits.addGroup(other, { title: { zh: '', en: '' }, purpose: { zh: '', en: '' } })
  expect(() => exhibits.export(other, folder, 'folder')).toThrow('SET_EMPTY')
  const { jobId } = exhibits.export(caseId, folder, 'folder')
  expect(() => exhibits.export(caseId, folder, 'folder')).toThrow('JOB_RUNNING')
  desk.jobs.cancel(jobId)
  await desk.jobs.ended(jobId)
})

/** `cover` with `mail` as the file that hangs on it. */
function forwarding(cover: Buffer, mail: Buffer): Buffer {
  const [head = '', body = ''] = cover.toString().split(/\r\n(?=Content-Type)/u)
  const type = 'Content-Type: multipart/mixed; boundary=f'
  const enclosed = `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${mail.toString()}`
  return Buffer.from([head, type, '', '--f', body, '--f', enclosed, '--f--', ''].join('\r\n'))
}

/** A message that is kept in the file store, not in the database. */
function largeMail(): { bytes: Buffer; sha256: string } {
  const bytes = rawMail({
    ...OWED_WORDS,
    messageId: '5@hongda.example.cn',
    body: `${'欠款。'.repeat(40)}\n`.repeat(300),
  })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
