import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { makeRecord, sealOf } from '../../../tests/durability/tampering/custody-record.ts'
import { makeExport } from '../../../tests/durability/tampering/exhibit-export.ts'
import { seededRandom } from '../../../tests/durability/tampering/seeded-random.ts'
import { openExhibitCase } from '../../../tests/support/exhibit-case.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { openTestVault } from '../../../tests/support/test-vault.ts'
import { canonicalBytes } from '../../platform/canonical.ts'
import { openFolderTarget } from '../exhibits/folder-target.ts'
import { type BundleManifest, bundleManifest } from '../exhibits/manifest.ts'
import { writeExport } from '../exhibits/write-export.ts'
import { openZipTarget } from '../exhibits/zip-target.ts'
import { verifyBundle } from './verify-bundle.ts'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const ORIGINAL = 'originals/证据1 付款.eml'
/** A chain of one entry, in which no original is proven. */
const record = makeRecord(seededRandom(1), 1)
const PROOF = makeExport(record).get('proof.json') ?? Buffer.of()

const facts: Omit<BundleManifest, 'files'> = {
  format: 'redchop-exhibits',
  version: 1,
  app: 'redchop test',
  exportId: '22222222-2222-4222-8222-222222222222',
  madeAt: '2026-03-02T08:30:00.000Z',
  wording: { proposals: '1.0.0', papers: '1.0.0' },
  language: 'zh',
  numberStyle: 'chinese',
  numbering: 'continuous',
  listPageCount: 1,
  pageCount: 3,
  exhibits: [
    { number: '证据1', pages: { first: 2, last: 2 }, items: [{ kind: 'record' }] },
    { number: '证据2', pages: { first: 3, last: 3 }, items: [{ kind: 'record' }] },
  ],
  audit: { seq: 1, hash: String(sealOf(record.storeId, record.lines).head) },
}

/** A small bundle as the program writes it, its papers stood for by a few bytes. */
async function writeBundle(
  form: 'folder' | 'zip',
  change: Partial<typeof facts> = {},
  proof = PROOF,
): Promise<string> {
  const folder = temporaryFolder()
  const target =
    form === 'zip'
      ? await openZipTarget(folder, { name: 'bundle', day: '2026-03-02' }, () => undefined)
      : await openFolderTarget(folder, 'bundle', () => undefined)
  const files = [
    { path: '01 证据目录.docx', bytes: Buffer.from('list') },
    { path: '02 证据卷.pdf', bytes: Buffer.from('bundle') },
    { path: ORIGINAL, bytes: Buffer.from('From: li@hongda.example.cn\r\n\r\n欠款') },
    { path: 'proof.json', bytes: proof },
  ]
  await writeExport(
    target,
    files,
    { ...facts, ...change },
    { signal: new AbortController().signal, onBytes() {} },
  )
  await target.publish()
  return target.path
}

/** Writes `manifest.json` anew with something changed, and fits the sums to it: a forger who knows the format. */
function forgeFacts(bundle: string, change: (manifest: BundleManifest) => Partial<BundleManifest>): void {
  const path = join(bundle, 'manifest.json')
  const manifest = bundleManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const before = sha256(readFileSync(path))
  const forged = canonicalBytes({ ...manifest, ...change(manifest) })
  writeFileSync(path, forged)
  const sums = join(bundle, 'manifest.sha256')
  writeFileSync(sums, readFileSync(sums, 'utf8').replace(before, sha256(forged)))
}

test('a bundle fresh from export is whole in both forms, and its vault knows it', {
  timeout: 120_000,
}, async () => {
  const pdf = await openRenderer()
  const { desk, exhibits, caseId, folder } = await openExhibitCase(pdf)
  for (const form of ['folder', 'zip'] as const) {
    const { jobId } = exhibits.export(caseId, folder, form)
    expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'done' })
    const name = exhibits.listExports(caseId).find((each) => each.form === form)?.name ?? ''
    const report = await verifyBundle(join(folder, name), desk.store.read)
    expect(report).toEqual({ counts: { files: 12, exhibits: 2, pages: 6 }, problems: [] })
    const stranger = await openTestVault()
    const elsewhere = await verifyBundle(join(folder, name), stranger.store.read)
    expect(elsewhere.problems.map((problem) => problem.code)).toEqual([
      'NOT_EXPORTED_FROM_HERE',
      'CHAIN_STATE_UNKNOWN',
    ])
    stranger.store.close()
  }
  await desk.close()
})

test('a file edited, removed or added is named by its path', async () => {
  const bundle = await writeBundle('folder')
  appendFileSync(join(bundle, ORIGINAL), ' ')
  rmSync(join(bundle, '02 证据卷.pdf'))
  writeFileSync(join(bundle, 'originals/more.eml'), '')
  symlinkSync('/etc/hostname', join(bundle, 'originals/link.eml'))
  expect((await verifyBundle(bundle)).problems).toEqual([
    { code: 'FILE_EXTRA', name: 'originals/link.eml' },
    { code: 'FILE_MISSING', name: '02 证据卷.pdf' },
    { code: 'FILE_ALTERED', name: ORIGINAL },
    { code: 'FILE_EXTRA', name: 'originals/more.eml' },
    { code: 'FACTS_DISAGREE', name: ORIGINAL },
  ])
})

test('a file given another name is one missing and one too many', async () => {
  const bundle = await writeBundle('folder')
  renameSync(join(bundle, ORIGINAL), join(bundle, 'originals/x.eml'))
  expect((await verifyBundle(bundle)).problems).toEqual([
    { code: 'FILE_MISSING', name: ORIGINAL },
    { code: 'FILE_EXTRA', name: 'originals/x.eml' },
  ])
})

test('sums that were fitted to an edited file still disagree with the facts', async () => {
  const bundle = await writeBundle('folder')
  const sums = join(bundle, 'manifest.sha256')
  const before = sha256(readFileSync(join(bundle, ORIGINAL)))
  writeFileSync(join(bundle, ORIGINAL), 'Nothing is owed')
  writeFileSync(sums, readFileSync(sums, 'utf8').replace(before, sha256(Buffer.from('Nothing is owed'))))
  expect((await verifyBundle(bundle)).problems).toEqual([{ code: 'FACTS_DISAGREE', name: ORIGINAL }])
})

test('facts that leave a file out, or shift pages, are named', async () => {
  const without = await writeBundle('folder')
  forgeFacts(without, ({ files }) => ({ files: files.filter((file) => file.path !== ORIGINAL) }))
  expect((await verifyBundle(without)).problems).toEqual([{ code: 'FACTS_DISAGREE', name: ORIGINAL }])
  const shifted = await writeBundle('folder')
  forgeFacts(shifted, ({ exhibits }) => ({
    exhibits: exhibits.map((exhibit) => ({ ...exhibit, pages: { first: exhibit.pages.first, last: 3 } })),
  }))
  expect((await verifyBundle(shifted)).problems).toEqual([
    { code: 'PAGES_DISAGREE', name: '证据1' },
    { code: 'PAGES_DISAGREE', name: '证据2' },
  ])
})

test('facts or sums that the program never wrote are named', async () => {
  const bundle = await writeBundle('folder')
  appendFileSync(join(bundle, 'manifest.json'), '\n')
  expect((await verifyBundle(bundle)).problems).toEqual([
    { code: 'FILE_ALTERED', name: 'manifest.json' },
    { code: 'FACTS_UNREADABLE', name: 'manifest.json' },
  ])
  writeFileSync(join(bundle, 'manifest.sha256'), 'no sums')
  expect((await verifyBundle(bundle)).problems).toEqual([
    { code: 'SUMS_UNREADABLE', name: 'manifest.sha256' },
  ])
  rmSync(join(bundle, 'manifest.sha256'))
  expect((await verifyBundle(bundle)).problems).toEqual([{ code: 'SUMS_MISSING', name: 'manifest.sha256' }])
})

test('a proof that is gone, of another vault or state, or silent about an original is named', async () => {
  const codesOf = async (change: Partial<typeof facts>, proof = PROOF) =>
    (await verifyBundle(await writeBundle('folder', change, proof))).problems.map(({ code }) => code)
  expect(await codesOf({})).toEqual([])
  expect(await codesOf({}, Buffer.from('{}'))).toEqual(['PROOF_UNREADABLE'])
  expect(await codesOf({}, Buffer.concat([PROOF, Buffer.from('\n')]))).toEqual(['PROOF_UNREADABLE'])
  const other = makeRecord(seededRandom(2), 1)
  const moved = Buffer.from(PROOF.toString().replaceAll(record.storeId, other.storeId))
  expect(await codesOf({}, moved)).toEqual(['PROOF_UNBOUND'])
  expect(await codesOf({ audit: null })).toEqual(['PROOF_UNBOUND'])
  const original = { path: ORIGINAL, sha256: sha256(Buffer.from('From: li@hongda.example.cn\r\n\r\n欠款')) }
  const [talk, mail] = facts.exhibits
  if (!talk || !mail) throw new TypeError('No exhibits')
  const items = [{ kind: 'message' as const, original, attachments: [] }]
  expect(await codesOf({ exhibits: [talk, { ...mail, items }] })).toEqual(['PROOF_INCOMPLETE'])
})

test('a flipped bit inside a ZIP is named by the file it hit', async () => {
  const bundle = await writeBundle('zip')
  const zip = readFileSync(bundle)
  zip.writeUInt8(zip.readUInt8(zip.indexOf('bundle')) ^ 1, zip.indexOf('bundle'))
  writeFileSync(bundle, zip)
  expect((await verifyBundle(bundle)).problems).toEqual([{ code: 'FILE_ALTERED', name: '02 证据卷.pdf' }])
})

test('a ZIP that names a file twice, or lies about a size to fill the memory, is named', async () => {
  const folder = temporaryFolder()
  const target = await openZipTarget(folder, { name: 'bundle', day: '2026-03-02' }, () => undefined)
  const options = { signal: new AbortController().signal, onBytes() {} }
  await writeExport(target, [{ path: ORIGINAL, bytes: Buffer.from('original') }], facts, options)
  await target.add(ORIGINAL, Buffer.from('another'))
  await target.publish()
  expect((await verifyBundle(target.path)).problems).toContainEqual({ code: 'FILE_EXTRA', name: ORIGINAL })

  const lying = await writeBundle('zip')
  const zip = readFileSync(lying)
  const firstEntry = zip.readUInt32LE(zip.length - 6)
  zip.writeUInt32LE(0xfffffff0, firstEntry + 24)
  writeFileSync(lying, zip)
  expect((await verifyBundle(lying)).problems).toContainEqual({
    code: 'FILE_ALTERED',
    name: '01 证据目录.docx',
  })
})

test('what is no bundle at all is said so', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.zip'), 'not a ZIP')
  expect((await verifyBundle(join(folder, 'a.zip'))).problems).toEqual([
    { code: 'BUNDLE_UNREADABLE', name: 'a.zip' },
  ])
  expect((await verifyBundle(join(folder, 'gone'))).problems).toEqual([
    { code: 'BUNDLE_UNREADABLE', name: 'gone' },
  ])
})
