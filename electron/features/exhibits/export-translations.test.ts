import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { pageTexts } from '../../../tests/documents/pdf-tools.ts'
import { openRenderer } from '../../../tests/documents/print-setup.ts'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import type { TestDesk } from '../../../tests/support/desk.ts'
import { openExhibitCase } from '../../../tests/support/exhibit-case.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import { createTranslationsService } from '../translations/index.ts'

let pdf: PdfRenderer
beforeAll(async () => {
  pdf = await openRenderer()
})

let open: TestDesk | undefined
afterEach(() => open?.close())

const BODY = 'We confirm that USD 48,500 is still unpaid.'

test('a translation is printed behind what it is of, and the list says what is still to come', {
  timeout: 120_000,
}, async () => {
  const { desk, exhibits, folder } = await openExhibitCase(pdf)
  open = desk
  const caseId = desk.cases.add(caseDraft())
  const mails = [1, 2].map((n) => rawMail({ from: 'a@b.example', messageId: `${n}@b`, body: BODY }))
  const [translated = '', left = ''] = receiveMail(desk, caseId, ...mails).map(
    ({ messageId }) => messageId ?? '',
  )
  exhibits.addFromMessages(caseId, [translated, left], { together: false, groupId: null })
  const by = { translator: '北京信达翻译有限公司', credential: '翻译专用章', madeOn: '2026-02-27' }
  const draft = { language: 'zh', text: '我方确认尚欠四万八千五百美元。', ...by } as const
  createTranslationsService(desk).add({ what: 'message', messageId: translated }, draft)
  const job = await desk.jobs.ended(exhibits.export(caseId, folder, 'folder').jobId)
  if (job?.state === 'failed') throw desk.failures.at(-1)
  const pages = pageTexts(readFileSync(join(folder, '证据材料 2026-03-02', '02 证据卷.pdf')))
  const at = pages.findIndex((page) => page.includes('我方确认尚欠四万八千五百美元。'))
  expect(pages[at]).toContain('北京信达翻译有限公司')
  expect(pages[at]).toContain('2026-02-27')
  expect(pages[at - 1]).toContain(BODY)
  // The narrow column breaks the notes.
  const list = (pages[0] ?? '').replaceAll(/\s/gu, '')
  expect(list).toContain('外文，附中文')
  expect(list).toContain('外文，中文译')
})
