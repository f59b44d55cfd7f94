import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyBundle } from '../../electron/features/verification/index.ts'
import { compose, makeTalk, WRITTEN } from '../chat/support/compose-chat.ts'
import { pageTexts } from '../documents/pdf-tools.ts'
import { answerOpenDialog, expect, test } from '../support/electron-app.ts'
import { deskOf } from './story/desk.ts'

test.setTimeout(300_000)

const QUOTE = '收到，我们确认欠款 38,600 美元'

test('a WhatsApp export is looked at, added, marked, and goes out as a conversation', async ({
  page,
  electronApp,
}) => {
  const desk = deskOf(page, electronApp)
  const outside = mkdtempSync(join(tmpdir(), 'redchop-chat-'))
  const file = join(outside, 'WhatsApp Chat.txt')
  const talk = makeTalk(9, ['聂堃', 'Tilo Marquing'])
  const written = compose(talk, WRITTEN.androidGb).replaceAll('20/02/2024', '03/02/2024')
  writeFileSync(file, `WhatsApp export\n${written}`)
  const out = mkdtempSync(join(tmpdir(), 'redchop-chat-out-'))
  try {
    await desk.createVault()
    await desk.addCase()

    await test.step('the preview shows what the file leaves open, and what was not read', async () => {
      await answerOpenDialog(electronApp, [file])
      await page.getByRole('button', { name: 'Import', exact: true }).first().click()
      await page.getByRole('menuitem', { name: 'Add a chat…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Add a chat' })
      await expect(dialog.getByText('WhatsApp export', { exact: true })).toBeVisible({ timeout: 30_000 })
      await expect(dialog.getByText(/03\/02\/2024, 08:05 → 2024-02-03/u)).toBeVisible()
      await expect(dialog.getByText(/03\/02\/2024, 08:05 → 2024-03-02/u)).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Continue' })).toBeDisabled()
      await dialog.getByLabel('Order of the date').selectOption('dmy')
      await dialog.getByRole('button', { name: 'Continue' }).click()
      await dialog.getByLabel('Speaks for: 聂堃').selectOption('counterparty')
      await dialog.getByLabel('Speaks for: Tilo Marquing').selectOption('client')
      await dialog.getByRole('button', { name: 'Add 9 lines' }).click()
      const receipt = page.getByRole('dialog', { name: 'Import receipt' })
      await expect(receipt.getByText('9 of 10 are new.')).toBeVisible({ timeout: 60_000 })
      await page.keyboard.press('Escape')
    })

    await test.step('a statement is marked in a line of the conversation', async () => {
      await desk.openMessage('确认欠款', '聂堃', 'Tilo Marquing.*确认欠款')
      await expect(page.getByRole('list', { name: 'Conversation' }).getByRole('listitem')).toHaveCount(9)
      await desk.markSentence(QUOTE, 'b')
      await page.keyboard.press('e')
      await expect(page.getByText('The message is on the exhibit list.')).toBeVisible()
      await desk.room('Confirm')
      await expect(page.getByRole('option', { name: /^Debt Unconfirmed.*38,600/u })).toBeVisible()
    })

    await test.step('its exhibit holds the conversation, and the export file as its original', async () => {
      await desk.room('Exhibits')
      await desk.exportAs('As a folder…', out)
      const folder = join(out, readdirSync(out)[0] ?? '')
      expect((await verifyBundle(folder)).problems).toEqual([])
      const [pdf = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
      const text = pageTexts(readFileSync(join(folder, pdf)))
        .join('\n')
        .replace(/\s/gu, '')
      for (const { text: said } of talk) expect(text).toContain(said.split('\n')[0]?.replace(/\s/gu, ''))
      expect(text).toContain('Asia/Shanghai')
      const [original = ''] = readdirSync(join(folder, 'originals')).filter((name) => name.endsWith('.txt'))
      expect(readFileSync(join(folder, 'originals', original))).toEqual(readFileSync(file))
    })
  } finally {
    for (const folder of [outside, out]) rmSync(folder, { recursive: true, force: true })
  }
})
