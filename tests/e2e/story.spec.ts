import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyBundle } from '../../electron/features/verification/index.ts'
import { checkPdf, drawPage, inkOf, linksOf, pageTexts, structureOf } from '../documents/pdf-tools.ts'
import { expect, test } from '../support/electron-app.ts'
import { deskOf, PASSPHRASE } from './story/desk.ts'
import { listFiles, namesOfLeaks } from './story/leaks.ts'

test.setTimeout(300_000)

test('from an empty computer to exhibits, and nothing readable left behind', async ({
  page,
  electronApp,
  userData,
}) => {
  const desk = deskOf(page, electronApp)
  const outside = mkdtempSync(join(tmpdir(), 'redchop-exports-'))
  try {
    await test.step('first start: passphrase, recovery code typed back', () => desk.createVault())
    await test.step('a case, with a doubtful code warned about and kept', () => desk.addCase())
    await test.step('mail in, with a counted receipt', () => desk.importFolder())

    await test.step('the same mail dropped on the window is known, and taken in again all the same', () =>
      desk.drop(['01-2025-04-08-inquiry.eml', '02-2025-04-10-quotation.eml'], '0 of 2 are new.'))

    await test.step('a passage is marked, its answer proposed and accepted', async () => {
      await desk.openMessage('happy remains', 'Tilo Marquing', 'Statement of account')
      await desk.markSentence('EUR 116,160.00 remains open', 'b')
      await desk.room('Confirm')
      await page.getByRole('option', { name: /^Debt Unconfirmed.*116,160\.00 remains open/u }).click()
      const best = page.getByRole('region', { name: /^Candidate 1 of/u })
      await expect(best.locator('mark')).toHaveText(/尚欠贵司货款116,160\.00欧元/u)
      await best.getByRole('button', { name: 'It confirms' }).click()
      await expect(page.getByRole('option', { name: /^Debt Confirmed/u })).toBeVisible()
    })

    await test.step('what was said by WeChat is typed in, and its confirmation e-mail drafted', async () => {
      await desk.typeStatement('好的，同意。总价183,600.00欧元。', 'WeChat', '聂堃')
      const draft = await desk.draftRequest()
      expect(draft).toContain('好的，同意。总价183,600.00欧元。')
      expect(draft).toContain('微信')
      expect(draft).toContain('Please reply to this e-mail and confirm in writing')
    })

    await test.step('the confirmed statement becomes an exhibit', () => desk.addConfirmedExhibit())

    await test.step('list, bundle, originals and manifest go out as a folder', async () => {
      await desk.exportAs('As a folder…', outside)
      const [name = ''] = readdirSync(outside)
      checkExport(join(outside, name))
    })

    await test.step('and as one ZIP', async () => {
      await desk.exportAs('As a ZIP file…', outside)
      const zip = readdirSync(outside).find((each) => each.endsWith('.zip')) ?? ''
      expect((await verifyBundle(join(outside, zip))).problems).toEqual([])
    })

    await test.step('locked: no word of the case is left on disk', async () => {
      await desk.lock()
      const files = listFiles(userData)
      expect(files.map((file) => file.split('/').at(-1))).toContain('store.db')
      expect(
        namesOfLeaks(files, ['Ohlenrieth', '骞砺', '116,160.00', '尚欠', 'Marquing', PASSPHRASE]),
      ).toEqual([])
    })

    await test.step('the passphrase opens it again, a wrong one does not', async () => {
      await page.getByLabel('Passphrase', { exact: true }).fill('not this passphrase')
      await page.getByRole('button', { name: 'Unlock' }).click()
      await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 })
      await desk.unlock()
      await expect(page.getByText('Ohlenrieth ./. 东澜骞砺')).toBeVisible({ timeout: 20_000 })
    })
  } finally {
    rmSync(outside, { recursive: true, force: true })
  }
})

/** What the court gets: a list that converts whole, a bundle whose numbers are its pages, originals that are the originals. */
function checkExport(folder: string): void {
  const names = readdirSync(folder)
  const read = (ending: string) =>
    readFileSync(join(folder, names.find((name) => name.endsWith(ending)) ?? ''))
  const pdf = read('.pdf')
  checkPdf(pdf)
  const texts = pageTexts(pdf)
  texts.forEach((text, index) => {
    expect(text.replace(/\s/gu, '')).toContain(`第${index + 1}页`)
  })
  expect(texts[0]).toMatch(/证\s*据\s*目\s*录/u)
  expect(texts.join('').replace(/\s/gu, '')).toContain('尚欠贵司货款116,160.00欧元')
  expect(inkOf(drawPage(pdf, 1))).toBeGreaterThan(0.005)
  expect(linksOf(pdf, 1).length).toBeGreaterThan(0)
  expect(structureOf(pdf).outlines.length).toBeGreaterThan(0)
  execFileSync('sha256sum', ['--strict', '--quiet', '-c', 'manifest.sha256'], { cwd: folder })
  const converted = mkdtempSync(join(tmpdir(), 'redchop-docx-'))
  try {
    const docx = join(folder, names.find((name) => name.endsWith('.docx')) ?? '')
    execFileSync('soffice', [
      `-env:UserInstallation=file://${converted}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      converted,
      docx,
    ])
    const text = readFileSync(
      join(converted, readdirSync(converted).find((name) => name.endsWith('.txt')) ?? ''),
      'utf8',
    )
    expect(text.replace(/\s/gu, '')).toContain('证据1')
    expect(text.replace(/\s/gu, '')).toContain('116,160.00')
  } finally {
    rmSync(converted, { recursive: true, force: true })
  }
}
