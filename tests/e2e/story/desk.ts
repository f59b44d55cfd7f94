import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, expect } from '../../support/electron-app.ts'

export const SAMPLE_MAIL = resolve(import.meta.dirname, '../../../resources/sample-case/mail')
export const PASSPHRASE = 'violet-anchor-paper-stamp'

/** What a lawyer does at the desk, in her words; each step ends when the window shows that it is done. */
export const deskOf = (page: Page, app: ElectronApplication) => ({
  /** First start: passphrase, recovery code on paper, typed back. Answers with the code. */
  async createVault(): Promise<string> {
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('The same passphrase again').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Create the vault' }).click()
    const shown = page.getByRole('img', { name: /^Recovery code: / })
    const code = ((await shown.getAttribute('aria-label', { timeout: 30_000 })) ?? '').replace(
      'Recovery code: ',
      '',
    )
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    await page.getByLabel('Recovery code').fill(code)
    await page.getByRole('button', { name: 'Open the vault' }).click()
    await expect(page.getByText('No cases yet')).toBeVisible({ timeout: 30_000 })
    return code
  },

  async unlock(): Promise<void> {
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Unlock' }).click()
  },

  async lock(): Promise<void> {
    await page.getByRole('button', { name: 'Lock' }).click()
    await expect(page.getByText('The vault is locked')).toBeVisible()
  },

  async addCase(): Promise<void> {
    await page.getByRole('button', { name: 'New case' }).first().click()
    const fill = (label: string, value: string) =>
      page.getByRole('textbox', { name: label, exact: true }).fill(value)
    const addTo = async (label: string, value: string) => {
      await page.getByRole('combobox', { name: label }).fill(value)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('textbox', { name: 'Title' }).first().fill('Ohlenrieth ./. 东澜骞砺')
    await page.getByRole('textbox', { name: 'Client', exact: true }).fill('Ohlenrieth Getriebe GmbH')
    await addTo('Client’s mailboxes', 'ohlenrieth.example')
    await fill('Registered Chinese name', '东澜市骞砺机电设备有限公司')
    await fill('Unified social credit code', '91990100MAEXMPL04X')
    await expect(page.getByText('The last character does not fit the others', { exact: false })).toBeVisible()
    await addTo('Counterparty’s mailboxes', 'qianli-jd.example')
    await fill('Principal', '116,160.00')
    await fill('Currency', 'EUR')
    await page.getByRole('button', { name: 'Open the case' }).click()
    await expect(page.getByText('No correspondence yet')).toBeVisible()
  },

  async importFolder(): Promise<void> {
    await answerOpenDialog(app, [SAMPLE_MAIL])
    await page.getByRole('button', { name: 'Import', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Import a folder…' }).click()
    const receipt = page.getByRole('dialog', { name: 'Import receipt' })
    await expect(receipt).toBeVisible({ timeout: 60_000 })
    await expect(receipt.getByText('27 of 28 are new.')).toBeVisible()
    await page.keyboard.press('Escape')
  },

  /** Lets files from the file manager fall on the window. */
  async drop(files: readonly string[], summary: string): Promise<void> {
    const browser = await page.context().newCDPSession(page)
    const data = { items: [], files: files.map((file) => join(SAMPLE_MAIL, file)), dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
    const receipt = page.getByRole('dialog', { name: 'Import receipt' })
    await expect(receipt.getByText(summary)).toBeVisible({ timeout: 60_000 })
    await page.keyboard.press('Escape')
    await expect(receipt).toBeHidden()
  },

  /** Searches, and opens the message whose row begins with `sender` and names `subject`. */
  async openMessage(search: string, sender: string, subject: string): Promise<void> {
    await page.getByRole('searchbox', { name: 'Search messages' }).fill(search)
    await page.getByRole('option', { name: new RegExp(`^${sender}.*${subject}`, 'u') }).click()
    await expect(page.getByRole('document', { name: 'Text of the message' })).toBeVisible()
  },

  /** Selects sentence after sentence with the arrow key until `quote` is the selection, then marks it by one letter. */
  async markSentence(quote: string, key: 't' | 'd' | 'f' | 'b'): Promise<void> {
    await page.getByRole('document', { name: 'Text of the message' }).focus()
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('ArrowDown')
      const selected = await page.evaluate(() => String(getSelection()))
      if (selected.includes(quote)) break
    }
    // The window hears of a selection one task later, long before a person's next key.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await page.keyboard.press(key)
    await expect(page.getByText(/^Marked as a statement/)).toBeVisible()
  },

  async typeStatement(quote: string, channel: string, speaker: string): Promise<void> {
    await page.getByRole('button', { name: 'Type in a statement' }).click()
    const dialog = page.getByRole('dialog', { name: 'Type in a statement' })
    await dialog.getByLabel('Where it was said').selectOption(channel)
    await dialog.getByLabel(/^What was said/u).fill(quote)
    await dialog.getByLabel('Who said it').fill(speaker)
    await dialog.getByRole('button', { name: 'Add the statement' }).click()
    await expect(page.getByText('The statement is added.')).toBeVisible()
    await page.getByRole('option', { name: new RegExp(quote.slice(0, 6), 'u') }).click()
  },

  /** The e-mail that Redchop words for the open statement; then notes that it was sent. */
  async draftRequest(): Promise<string> {
    await page.getByRole('button', { name: 'Ask the counterparty' }).first().click()
    const dialog = page.getByRole('dialog', { name: /^Ask the counterparty/u })
    const draft = await dialog.getByLabel('Text', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Note as asked' }).click()
    await expect(page.getByText('Noted as asked.')).toBeVisible()
    return draft
  },

  async addConfirmedExhibit(): Promise<void> {
    await this.room('Exhibits')
    await page.getByRole('button', { name: 'Add exhibits' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Add exhibits' })
    await dialog.getByRole('option', { name: /116,160\.00 remains open/u }).click()
    await dialog.getByRole('button', { name: 'Add 1 exhibit' }).click()
    await expect(page.getByText('1 exhibit in 1 group')).toBeVisible()
  },

  async exportAs(form: 'As a folder…' | 'As a ZIP file…', folder: string): Promise<void> {
    await answerOpenDialog(app, [folder])
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: form }).click()
    await expect(page.getByText(/^Exported: /u)).toBeVisible({ timeout: 90_000 })
    await page.getByRole('button', { name: 'Close this note' }).click()
  },

  room: (name: 'Evidence' | 'Confirm' | 'Exhibits') => page.getByRole('link', { name, exact: true }).click(),
})
