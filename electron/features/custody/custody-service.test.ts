import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import decodeQr from 'qr/decode.js'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { pageSizes, pageTexts, withFile } from '../../../tests/documents/pdf-tools.ts'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { askOne } from '../../../tests/durability/tampering/ask-verifiers.ts'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { createTestVault, openTestProgram } from '../../../tests/support/program.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../../../tests/support/test-vault.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import { createCustodyService } from './custody-service.ts'
import { composeReceipt, parseReceipt } from './receipt-text.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })

/** Stands for the printer where nobody looks at the page. */
const anyPage: PdfRenderer = { render: async () => Buffer.from('%PDF-'), close: async () => undefined }

let pdf: PdfRenderer
beforeAll(async () => {
  pdf = await openRenderer()
})

let open: TestDesk | undefined
afterEach(() => open?.close())

async function openCustody(printer: PdfRenderer = anyPage) {
  const desk = await openTestDesk()
  open = desk
  const work = () => desk.cases.add(caseDraft())
  for (let count = 0; count < 5; count += 1) work()
  const custody = createCustodyService({ ...desk, pdf: printer })
  return { desk, work, custody, folder: temporaryFolder() }
}

test('a receipt is one page whose QR code says the line below it, and matches the vault it is of', async () => {
  const { desk, custody, work, folder } = await openCustody(pdf)
  const path = join(folder, 'receipt.pdf')
  const { text, seq } = await custody.issueReceipt(path)
  const page = readFileSync(path)
  expect(pageSizes(page)).toEqual(['595x842'])
  // Spaces are how the letters of a title are set apart, and where lines break.
  const said = (pageTexts(page)[0] ?? '').replace(/\s/gu, '')
  for (const words of [
    '保管回执',
    'Custodyreceipt',
    desk.storeId,
    '2026-03-0216:30:00',
    text.replaceAll(' ', ''),
  ])
    expect(said).toContain(words)
  expect(readQr(page)).toBe(text)
  expect(parseReceipt(text)?.seq).toBe(seq)

  expect((await custody.checkReceipt(text)).verdict).toBe('MATCHES')
  work()
  expect((await custody.checkReceipt(`\n ${text.replaceAll(' ', '\n  ')} `)).verdict).toBe('MATCHES')
  expect((await custody.checkReceipt(text.replaceAll(/.{50}/gu, '$&\n'))).verdict).toBe('MATCHES')
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})

test('mistyped, foreign and rewritten receipts are told apart', async () => {
  const { desk, custody, folder } = await openCustody()
  const made = await custody.exportRecord(folder)
  const receipt = {
    storeId: desk.storeId,
    seq: made.size,
    head: made.head,
    root: made.root,
    at: desk.clock.now(),
  }
  const verdictOf = async (text: string) => (await custody.checkReceipt(text)).verdict
  expect(await verdictOf(composeReceipt(receipt))).toBe('MATCHES')
  expect(await verdictOf(composeReceipt(receipt).replace(/seq=\d/u, 'seq=1'))).toBe('NOT_A_RECEIPT')
  expect(await verdictOf('')).toBe('NOT_A_RECEIPT')
  const other = '0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11'
  expect(await verdictOf(composeReceipt({ ...receipt, storeId: other }))).toBe('ANOTHER_VAULT')
  expect(await verdictOf(composeReceipt({ ...receipt, seq: made.size + 99 }))).toBe('LATER_THAN_VAULT')
  for (const change of [{ head: '0'.repeat(64) }, { root: '0'.repeat(64) }, { seq: made.size - 1 }])
    expect(await verdictOf(composeReceipt({ ...receipt, ...change }))).toBe('DIFFERENT_HISTORY')
})

test('both verifiers pass a custody record with its receipt, and miss nothing when it was cut short', async () => {
  const { custody, work, folder } = await openCustody()
  const first = await custody.exportRecord(folder)
  expect(readdirSync(first.path).sort()).toEqual([
    'README.txt',
    'chain.json',
    'chain.jsonl',
    'verify.mjs',
    'verify.py',
  ])
  work()
  const second = await custody.exportRecord(folder)
  expect(readdirSync(folder)).toHaveLength(2)
  const { text } = await custody.issueReceipt(join(temporaryFolder(), 'receipt.pdf'))
  const third = await custody.exportRecord(folder)
  for (const [record, ending] of [
    [first, 'NOT OK 1 findings'],
    [second, 'NOT OK 1 findings'],
    [third, `receipt matches at entry ${second.size + 1}`],
  ] as const) {
    const { python, node } = await askOne({ folder: record.path, receipt: text })
    expect(python).toBe(node)
    expect(python.trimEnd().endsWith(ending), python).toBe(true)
    if (record !== third) expect(python).toContain('RECEIPT_LATER receipt')
  }
})

test('a vault folder that was put back to an earlier state shows when its receipt is checked', async () => {
  const root = join(temporaryFolder(), 'vault')
  const program = await openTestProgram(root)
  await createTestVault(program)
  await program.session.lock()
  const kept = `${root}-kept`
  cpSync(root, kept, { recursive: true })
  await program.call('vault.unlock', { passphrase: TEST_PASSPHRASE })
  await program.call('cases.add', caseDraft())
  const desk = program.session.desk()
  const { head, root: merkle, size } = await desk.custody.exportRecord(temporaryFolder())
  const storeId = program.vault.opened().storeId
  const text = composeReceipt({ storeId, seq: size, head, root: merkle, at: '2026-03-02T08:30:00.000Z' })
  expect(await program.call('receipts.check', { text })).toMatchObject({ verdict: 'MATCHES', seq: size })
  await program.session.lock()

  renameSync(root, `${root}-later`)
  renameSync(kept, root)
  const again = await openTestProgram(root)
  await again.call('vault.unlock', { passphrase: TEST_PASSPHRASE })
  expect(await again.call('receipts.check', { text })).toMatchObject({ verdict: 'LATER_THAN_VAULT' })
  await again.session.lock()
})

test('a place that is gone or for reading only leaves nothing behind and records nothing', async () => {
  const { desk, custody, folder } = await openCustody()
  const before = desk.audit.verify(desk.store.read).entries
  const gone = join(folder, 'gone')
  await expect(custody.exportRecord(gone)).rejects.toMatchObject({ code: 'PLACE_REFUSED' })
  await expect(custody.issueReceipt(join(gone, 'a.pdf'))).rejects.toMatchObject({ code: 'PLACE_REFUSED' })
  mkdirSync(join(folder, 'a.pdf'))
  await expect(custody.issueReceipt(join(folder, 'a.pdf'))).rejects.toMatchObject({ code: 'PLACE_REFUSED' })
  const broken = { render: () => Promise.reject(new TypeError('broken')), close: async () => undefined }
  const mute = createCustodyService({ ...desk, pdf: broken })
  rmSync(join(folder, 'a.pdf'), { recursive: true })
  await expect(mute.issueReceipt(join(folder, 'a.pdf'))).rejects.toMatchObject({ code: 'PRINT_FAILED' })
  expect(readdirSync(folder)).toEqual([])
  expect(desk.audit.verify(desk.store.read).entries).toBe(before)
})

/** What a scanner reads on the page, rasterised as a printer at 150 dots an inch would. */
function readQr(page: Uint8Array): string {
  return withFile('receipt.pdf', page, (path, folder) => {
    execFileSync('pdftoppm', ['-r', '150', '-singlefile', path, join(folder, 'page')])
    const image = readFileSync(resolve(folder, 'page.ppm'))
    const [, width = '', height = ''] =
      /^P6\s(\d+)\s(\d+)\s255\s/u.exec(image.toString('latin1', 0, 40)) ?? []
    const size = Number(width) * Number(height) * 3
    return decodeQr({
      width: Number(width),
      height: Number(height),
      data: image.subarray(image.length - size),
    })
  })
}
