import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageTexts } from '../../../tests/documents/pdf-tools.ts'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { askOne } from '../../../tests/durability/tampering/ask-verifiers.ts'
import { openExhibitCase } from '../../../tests/support/exhibit-case.ts'
import { startTestWorker } from '../../../tests/support/start-test-worker.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import { createAuthenticityTester } from '../../workers/authenticity-tester.ts'
import { createAuthenticityService } from '../authenticity/index.ts'
import { verifyBundle } from '../verification/index.ts'
import { createOriginalityService } from './index.ts'

let pdf: PdfRenderer
const tester = createAuthenticityTester(startTestWorker)
beforeAll(async () => {
  pdf = await openRenderer()
})
afterAll(() => tester.close())

test('a pack holds the untouched bytes and their papers, and every verifier finds it whole', async () => {
  const { desk, parts, exhibits, caseId, folder } = await openExhibitCase(pdf)
  const authenticity = createAuthenticityService({ ...desk, tester })
  const originality = createOriginalityService({ ...parts, authenticity })
  const ids = exhibits.get(caseId).groups.flatMap((group) => group.exhibits)
  const exhibit = ids.find(({ items }) => items.some((item) => item.messageId !== null))
  const importId = desk.evidence.listImports(caseId)[0]?.id ?? ''
  const said = { mailbox: 'Inbox', account: 'keller@seller.example', exportedBy: 'M. Keller' }
  authenticity.stateProvenance(importId, { ...said, exportedWith: '', exportedOn: null, note: '' })
  const pack = await originality.make(exhibit?.id ?? '', folder)

  const manifest = JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8'))
  expect(manifest.listPageCount).toBe(1)
  for (const item of manifest.exhibits[0].items) {
    const bytes = readFileSync(join(pack, item.original.path))
    expect(bytes.equals(await desk.evidence.original(idOf(desk, caseId, item.original.sha256)))).toBe(true)
  }
  const sheet = (await pageTexts(readFileSync(join(pack, '02 原始性说明 originality.pdf')))).join('\n')
  for (const words of [
    'keller@seller.example',
    '未说明',
    manifest.exhibits[0].items[0].original.sha256.slice(0, 20),
    '无法检验',
  ])
    expect(sheet.replace(/\s+/gu, '')).toContain(words)
  expect((await verifyBundle(pack, desk.store.read)).problems).toEqual([])
  const answers = await askOne({ folder: pack, receipt: null })
  expect(answers.node).toBe(answers.python)
  expect(answers.node).toMatch(/^OK exhibits: \d+ files, 2 originals, /u)
  await desk.close()
}, 120_000)

const idOf = (
  desk: Awaited<ReturnType<typeof openExhibitCase>>['desk'],
  caseId: string,
  sha256: string,
): string => {
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50 } as const
  const rows = desk.evidence.list(page).rows
  return rows.find(({ id }) => desk.evidence.get(id).originalSha256 === sha256)?.id ?? ''
}
