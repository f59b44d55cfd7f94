import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, expect, test } from '../support/electron-app.ts'
import { deskOf, PASSPHRASE } from './story/desk.ts'

test.setTimeout(240_000)

const NEXT = 'copper-window-harvest-tide'
const redchop = resolve(import.meta.dirname, '../../tools/redchop')

const safekeeping = (page: Page) => page.getByRole('link', { name: 'Safekeeping', exact: true }).click()

/** What a phone reads from the code, here from the line printed under it. */
function receiptIn(pdf: string): string {
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
  return /^REDCHOP-RECEIPT-1 [\s\S]*check=[0-9a-f\s]{8,10}$/mu.exec(text)?.[0] ?? ''
}

async function backUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Last proven by restoring it')).toBeVisible({ timeout: 60_000 })
}

test('a vault is backed up, gets other keys, is lost and brought back, and a receipt tells', async ({
  page,
  electronApp,
  userData,
}) => {
  const desk = deskOf(page, electronApp)
  const outside = join(userData, 'outside')
  const [stick, keyFile, paper] = [
    join(outside, 'stick'),
    join(outside, 'key.txt'),
    join(outside, 'receipt.pdf'),
  ]
  mkdirSync(stick, { recursive: true })
  await desk.createVault()
  await desk.addCase()
  await safekeeping(page)

  await test.step('a backup, proven', async () => {
    await expect(page.getByText('No backup has been proven yet')).toBeVisible()
    await answerOpenDialog(electronApp, [stick])
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(page.getByText(stick)).toBeVisible()
    await backUp(page)
    expect(readdirSync(stick).length).toBeGreaterThan(0)
  })

  await test.step('a key file beside a new passphrase', async () => {
    await answerSaveDialog(electronApp, keyFile)
    await page.getByRole('button', { name: 'Add a key file…' }).click()
    await page.getByLabel('Passphrase now').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Choose its place…' }).click()
    await expect(page.getByText('The key file is needed from now on')).toBeVisible({ timeout: 30_000 })
    expect(existsSync(keyFile)).toBe(true)
    await page.getByRole('button', { name: 'Change the passphrase…' }).click()
    await page.getByLabel('Passphrase now').fill(PASSPHRASE)
    await page.getByLabel('New passphrase').fill(NEXT)
    await page.getByLabel('The same passphrase again').fill(NEXT)
    await page.getByRole('button', { name: 'Change the passphrase', exact: true }).click()
    await expect(page.getByText('The passphrase is changed')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('a receipt, which the vault answers to', async () => {
    await answerSaveDialog(electronApp, paper)
    await page.getByRole('button', { name: 'Issue a receipt…' }).click()
    await expect(page.getByText('The receipt is written')).toBeVisible({ timeout: 30_000 })
    await checkReceipt(page, receiptIn(paper))
    await expect(page.getByText('has only grown since', { exact: false })).toBeVisible()
  })

  await test.step('a new recovery code is in force only once it was typed back', async () => {
    await page.getByRole('button', { name: 'Make a new recovery code…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Make a new recovery code' })
    await dialog.getByLabel('Passphrase now').fill(NEXT)
    await dialog.getByRole('button', { name: 'Make the code' }).click()
    const shown = dialog.getByRole('img', { name: /^Recovery code: / })
    const code = ((await shown.getAttribute('aria-label', { timeout: 30_000 })) ?? '').replace(
      /^[^:]*: /u,
      '',
    )
    await dialog.getByRole('button', { name: 'I have it on paper' }).click()
    await dialog.getByLabel('Recovery code').fill(code)
    await dialog.getByRole('button', { name: 'Put it in force' }).click()
    await expect(page.getByText('The new recovery code is in force')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the old passphrase opens it no more, the new one only with the file', async () => {
    await desk.lock()
    await answerOpenDialog(electronApp, [keyFile])
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    if (await page.getByText('This vault also needs its key file').isVisible())
      await page.getByRole('button', { name: 'Choose the key file…' }).click()
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect(page.getByText('That is not the passphrase')).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('Passphrase', { exact: true }).fill(NEXT)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect(page.getByRole('button', { name: 'Back up now' })).toBeVisible({ timeout: 30_000 })
    await desk.lock()
  })

  await test.step('the backup comes back with the passphrase of its day', async () => {
    await page.getByRole('button', { name: 'Restore a backup…' }).click()
    await answerOpenDialog(electronApp, [stick])
    await page.getByRole('button', { name: 'Choose the backup or its folder…' }).click()
    await page.getByLabel('Passphrase of that time').last().fill(NEXT)
    await page.getByRole('button', { name: 'Verify and restore' }).click()
    await expect(page.getByText('That is not the passphrase')).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('Passphrase of that time').last().fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Verify and restore' }).click()
    await expect(page.getByText('The backup is restored')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('The former vault is kept in', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Go on to unlocking' }).click()
    await desk.unlock()
  })

  await test.step('and the receipt knows of what the backup did not', async () => {
    await safekeeping(page)
    await checkReceipt(page, receiptIn(paper))
    // Whether the restored vault has since grown past the receipt hangs on when it was backed up.
    await expect(
      page.getByText(/newer than this vault|a backup older than the receipt was restored/u),
    ).toBeVisible()
  })

  await test.step('the command line opens what was kept, with its key file', async () => {
    const former = readdirSync(userData).find((name) => name.startsWith('vault.before-restore'))
    const verify = (...more: string[]): string =>
      execFileSync(redchop, ['verify', '--vault', join(userData, former ?? ''), ...more], {
        encoding: 'utf8',
        input: `${NEXT}\n`,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
    expect(() => verify()).toThrow(/KEY_FILE_NEEDED/u)
    expect(verify('--key-file', keyFile)).toMatch(/^Vault +in order/mu)
  })
})

async function checkReceipt(page: Page, text: string): Promise<void> {
  await page.getByLabel('Check a receipt').fill(text)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}
