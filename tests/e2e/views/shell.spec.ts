import { expect, test } from '@playwright/test'
import { PASSPHRASE, RECOVERY_CODE, type Scene } from '../../support/fake-bridge/scenes.ts'
import { buildViewsSite, launchOptions, openViews } from '../../support/fake-bridge/views-site.ts'
import { list, message, pane } from './places.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

test.describe('the door', () => {
  test('a new vault opens only after its recovery code was typed back', async ({ page }) => {
    await openViews(page, { vault: 'absent' })
    await page.getByLabel('Passphrase', { exact: true }).fill('too short')
    await page.getByLabel('The same passphrase again').fill('too short')
    await expect(page.getByRole('button', { name: 'Create the vault' })).toBeDisabled()
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('The same passphrase again').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('img', { name: RECOVERY_CODE })).toBeVisible()
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    await expect(page.getByText(RECOVERY_CODE.slice(0, 4))).toBeHidden()
    await page.getByLabel('Recovery code').fill('WRONG')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('That is not the recovery code')
    await page.getByLabel('Recovery code').fill(RECOVERY_CODE.toLowerCase())
    await page.keyboard.press('Enter')
    await expect(list(page)).toBeVisible()
  })

  test('a weak passphrase is explained, and nothing typed is lost', async ({ page }) => {
    await openViews(page, { vault: 'absent' })
    await page.getByLabel('Passphrase', { exact: true }).fill('password password')
    await page.getByLabel('The same passphrase again').fill('password password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('too easy to guess')
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('password password')
  })

  test('a forgotten passphrase is replaced with the recovery code', async ({ page }) => {
    await openViews(page, { vault: 'locked' })
    await page.getByLabel('Passphrase').fill('wrong one')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('use the recovery code')
    await page.getByRole('button', { name: 'Use the recovery code' }).click()
    await page.getByLabel('Recovery code').fill(RECOVERY_CODE)
    await page.getByLabel('New passphrase').fill(PASSPHRASE)
    await page.getByLabel('The same passphrase again').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(list(page)).toBeVisible()
  })

  test('locking takes everything of the case off the page', async ({ page }) => {
    await openViews(page, {}, message(1))
    await expect(page.getByRole('article')).toContainText('HD-2025-0417')
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Passphrase')).toBeFocused()
    expect(await page.content()).not.toContain('HD-2025-0417')
  })
})

test.describe('the frame', () => {
  test('language, colours and density change at once', async ({ page }) => {
    await openViews(page)
    await page.getByRole('button', { name: 'Language: English' }).click()
    await page.getByRole('menuitemradio', { name: '简体中文' }).click()
    await expect(page.getByRole('button', { name: '新建案件' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await page
      .getByRole('button', { name: '配色：浅色' })
      .or(page.getByRole('button', { name: '配色: 浅色' }))
      .click()
    await page.getByRole('menuitemradio', { name: '深色' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  })

  test('the palette finds a command by its words and runs it', async ({ page }) => {
    await openViews(page, {}, message(1))
    await expect(page.getByRole('article')).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('conf')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox', { name: 'Statements' })).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toContainText('Next statement')
  })

  test('panes share a place where there is no room, and keep the width they were given', async ({ page }) => {
    await openViews(page, {}, message(1))
    const divider = page.getByRole('separator', { name: 'Width of “Messages”' })
    await divider.focus()
    await page.keyboard.press('ArrowRight')
    await expect(divider).toHaveAttribute('aria-valuenow', '356')
    await expect(pane(page, 'Standing')).toBeVisible()
    await page.setViewportSize({ width: 1024, height: 720 })
    await expect(pane(page, 'Standing')).toBeHidden()
    await page.getByText('Standing', { exact: true }).click()
    await expect(pane(page, 'Standing')).toContainText('SHA-256')
    await page.setViewportSize({ width: 700, height: 720 })
    await expect(list(page)).toBeHidden()
    await page.getByText('Messages', { exact: true }).click()
    await list(page).getByRole('option').nth(2).click()
    await expect(page.getByRole('article')).toBeVisible()
  })

  test('a failing channel says what to do, and trying again helps', async ({ page }) => {
    const failing: Scene['failing'] = { 'cases.list': { code: 'UNEXPECTED', data: { incident: 'A1B2' } } }
    await openViews(page, { failing })
    await expect(page.getByRole('alert')).toContainText('report incident A1B2')
    await page.evaluate(() => {
      window.fakeBridge.world.scene.failing = {}
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(list(page)).toBeVisible()
  })
})
