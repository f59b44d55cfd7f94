import { expect, test } from '@playwright/test'
import { buildViewsSite, launchOptions, openViews } from '../../support/fake-bridge/views-site.ts'
import { CASE, list } from './places.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

test.describe('cases', () => {
  test('a case is written, found and opened without the mouse', async ({ page }) => {
    await openViews(page, { size: 'none' })
    await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible()
    await page.keyboard.press('n')
    await page.getByLabel('Registered Chinese name').fill('义乌市晨光玩具有限公司')
    await page.getByRole('combobox', { name: 'Counterparty’s mailboxes' }).fill('chenguang.example.cn,')
    await page.getByLabel('Principal').fill('12,345.6')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toBeFocused()
    await page.keyboard.type('Chenguang toys')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { name: 'Chenguang toys' })).toBeVisible()
    await page.keyboard.press('Alt+1')
    await expect(list(page).getByRole('option')).toContainText('USD 12,345.60')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'No correspondence yet' })).toBeVisible()
  })

  test('a doubtful code is warned about and saved all the same', async ({ page }) => {
    await openViews(page, {}, `${CASE}/edit`)
    await page.getByLabel('Unified social credit code').fill('9133')
    await expect(page.getByText('has 18 characters')).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(page.getByText('The case is saved.')).toBeVisible()
  })

  test('a change made elsewhere is shown beside what was typed, and nothing typed is lost', async ({
    page,
  }) => {
    await openViews(page, {}, `${CASE}/edit`)
    await page.getByLabel('Notes').fill('call Mr. Lin')
    await page.evaluate(() => {
      const [first] = window.fakeBridge.world.cases
      if (first) Object.assign(first, { revision: 2, reference: '26/9999' })
    })
    await page.keyboard.press('Control+s')
    const conflict = page.getByRole('alert')
    await expect(conflict.getByRole('row', { name: /File reference/ })).toContainText('26/9999')
    await expect(conflict.getByRole('row', { name: /Notes/ })).toContainText('call Mr. Lin')
    await conflict.getByRole('button', { name: 'Save mine over it' }).click()
    await expect(page.getByText('The case is saved.')).toBeVisible()
    expect(await page.evaluate(() => window.fakeBridge.world.cases[0]?.notes)).toBe('call Mr. Lin')
  })

  test('what was typed is still there after a look elsewhere', async ({ page }) => {
    await openViews(page, {}, '/cases/new')
    await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Half written')
    await page.getByRole('link', { name: 'Cases', exact: true }).click()
    await page.getByRole('button', { name: 'New case' }).click()
    await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue(
      'Half written',
    )
  })

  test('archiving can be taken back', async ({ page }) => {
    await openViews(page)
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('archive the')
    await page.keyboard.press('Enter')
    await expect(list(page).getByText('Nordlys v Hongda, LED track lights', { exact: true })).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(list(page).getByText('Nordlys v Hongda, LED track lights', { exact: true })).toBeVisible()
  })
})
