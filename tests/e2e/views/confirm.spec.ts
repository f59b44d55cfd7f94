import { expect, test } from '@playwright/test'
import { fakeId } from '../../support/fake-bridge/scenes.ts'
import { buildViewsSite, launchOptions, openViews } from '../../support/fake-bridge/views-site.ts'
import { CASE, list, statement } from './places.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

test.describe('confirming', () => {
  test('one key confirms and goes on, another takes it back', async ({ page }) => {
    await openViews(page, {}, statement(2))
    await expect(page.locator('mark')).toContainText('货物 86 箱')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${fakeId('statement', 4)}$`))
    const state = (): Promise<string | undefined> =>
      page.evaluate(() => window.fakeBridge.world.statements[1]?.state)
    expect(await state()).toBe('confirmed')
    await page.keyboard.press('z')
    await expect(page).toHaveURL(new RegExp(`${fakeId('statement', 2)}$`))
    expect(await state()).toBe('unconfirmed')
  })

  test('what is no answer is set aside and the next candidate comes up', async ({ page }) => {
    await openViews(page, {}, statement(2))
    const card = page.getByRole('region', { name: /^Candidate/ })
    await expect(card).toContainText('Shipment advice')
    await page.keyboard.press('x')
    await expect(card).toContainText('Balance due')
    await page.keyboard.press('ArrowDown')
    await expect(card).toContainText(/quality of drivers/i)
    await page.keyboard.press('d')
    await expect.poll(() => page.evaluate(() => window.fakeBridge.world.statements[1]?.state)).toBe('denied')
  })

  test('words chosen in the answer become the deciding passage', async ({ page }) => {
    await openViews(page, {}, statement(2))
    await expect(page.locator('mark')).toBeVisible()
    await page.evaluate(() => {
      const mark = document.querySelector('mark')?.firstChild
      if (mark) document.getSelection()?.setBaseAndExtent(mark, 0, mark, 8)
    })
    await expect(page.getByText('Your selection is the deciding passage.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => window.fakeBridge.world.statements[1]?.answers[0]?.quote))
      .toBe('货物 86 箱已')
  })

  test('chosen statements become exhibits, with a word about the unconfirmed', async ({ page }) => {
    await openViews(page, { size: 'one' }, `${CASE}/confirm`)
    await list(page).focus()
    await page.keyboard.press('j')
    await page.keyboard.press(' ')
    await expect(page.getByText('1 of them is not confirmed.')).toBeVisible()
    await page.getByRole('button', { name: 'Make 1 exhibit' }).click()
    await expect(page.getByText('1 exhibit is on the list.')).toBeVisible()
  })

  test('a confirmed statement is filed where it stands, and then leads to its exhibit', async ({ page }) => {
    await openViews(page, {}, statement(2))
    await expect(page.locator('mark')).toContainText('货物 86 箱')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${fakeId('statement', 4)}$`))
    await list(page).getByRole('option').nth(1).click()
    await expect(page).toHaveURL(new RegExp(`${fakeId('statement', 2)}$`))
    await page.getByRole('button', { name: 'Make 1 exhibit' }).click()
    await page.getByRole('menuitem', { name: 'Into a new group' }).click()
    await page.getByRole('button', { name: /^Open 证据/u }).click()
    await expect(page).toHaveURL(/\/exhibits\//u)
  })

  test('a day is typed year first, and one that may be two is not guessed', async ({ page }) => {
    await openViews(page, {}, statement(2))
    await expect(page.locator('mark')).toBeVisible()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    const day = dialog.getByLabel('Sent on')
    await day.fill('3/4/2026')
    await expect(dialog.getByRole('button', { name: 'Note as asked' })).toBeDisabled()
    await day.blur()
    await expect(dialog.getByText('There is no such day.')).toBeVisible()
    await day.fill('2026年4月3日')
    await day.blur()
    await expect(day).toHaveValue('2026-04-03')
  })

  test('the request is drafted to copy, and the day it was sent is noted', async ({ page }) => {
    await openViews(page, {}, statement(2))
    await expect(page.locator('mark')).toBeVisible()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/请贵司确认/)
    await dialog.getByLabel('Sent on').fill('2026-11-18')
    await dialog.getByRole('button', { name: 'Note as asked' }).click()
    await expect(list(page).getByRole('option').nth(1)).toContainText('Asked')
    await expect(page.getByText('18 Nov 2026')).toBeVisible()
  })

  test('what was said by telephone is typed in and opened', async ({ page }) => {
    await openViews(page, {}, `${CASE}/confirm`)
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Where it was said').selectOption('telephone')
    await dialog.getByRole('button', { name: 'Add the statement' }).click()
    await expect(dialog.getByText('This is needed.')).toBeVisible()
    await dialog.getByLabel('What was said, word for word').fill('We will pay by Friday.')
    await dialog.getByLabel('Who said it').fill('Mr. Lin')
    await dialog.getByRole('button', { name: 'Add the statement' }).click()
    await expect(page.getByText('by Mr. Lin')).toBeVisible()
  })
})
