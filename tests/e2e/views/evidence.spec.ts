import { expect, test } from '@playwright/test'
import { buildViewsSite, launchOptions, openViews } from '../../support/fake-bridge/views-site.ts'
import { CASE, list, message, pane, watch } from './places.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

test.describe('evidence', () => {
  test('a long list keeps few rows on the page and reaches its end by keyboard', async ({ page }) => {
    await openViews(page, {}, `${CASE}/evidence`)
    await list(page).focus()
    await page.keyboard.press('End')
    await expect(
      list(page)
        .getByRole('option', { name: /17 Apr 2025/ })
        .last(),
    ).toHaveAttribute('aria-posinset', '5000')
    expect(await list(page).getByRole('option').count()).toBeLessThan(60)
    await page.keyboard.press('Home')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.locator('[role=option][data-active]')).toHaveAttribute('aria-posinset', '3')
    await expect(page.getByRole('article')).toContainText('Quality of drivers in lot 3')
  })

  test('search and filter narrow the list and say how many are left', async ({ page }) => {
    await openViews(page, {}, `${CASE}/evidence`)
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('NGB250611')
    await expect(page.getByText(/^1,\d{3} messages$/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByLabel('Not readable (100)').check()
    await expect(page.getByText('100 messages')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove the filter: Not readable' }).click()
    await expect(page.getByText('5,000 messages')).toBeVisible()
  })

  test('what is looked for is marked in the text, and the keyboard goes from hit to hit', async ({
    page,
  }) => {
    await openViews(page, {}, message(5000))
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('the')
    await expect(page.getByText('1 of 2')).toBeVisible()
    await page.getByLabel('Text of the message').focus()
    await page.keyboard.press('n')
    await expect(page.getByText('2 of 2')).toBeVisible()
    const marked = await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String))
    expect(marked).toEqual(['the', 'the'])
  })

  test('a sentence chosen by keyboard becomes a statement at its place in the text', async ({ page }) => {
    await openViews(page, {}, message(4))
    await expect(page.getByLabel('Text of the message')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Text of the message')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('d')
    await expect(pane(page, 'Standing').getByRole('blockquote')).toHaveText(
      '货物 86 箱已于 2025 年 7 月 9 日全部收到，数量 2,400 件无误，外观完好。',
    )
    const marked = await page.evaluate(() => window.fakeBridge.world.statements.at(-1))
    expect(marked).toMatchObject({ kind: 'delivery', quoteStart: 11 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(pane(page, 'Standing')).toContainText('None marked yet.')
  })

  test('a passage chosen with the mouse across a mark keeps its offset', async ({ page }) => {
    await openViews(page, {}, message(1))
    const text = page.getByLabel('Text of the message')
    await text.getByText('Please confirm').selectText()
    await page.getByRole('button', { name: 'Term' }).click()
    const [marked, stands] = await page.evaluate(() => {
      const { statements, messages } = window.fakeBridge.world
      const last = statements.at(-1)
      return [last?.quote, messages[0]?.view.text.startsWith(last?.quote ?? '?', last?.quoteStart ?? -1)]
    })
    expect(marked).toContain('Please confirm')
    expect(stands).toBe(true)
  })

  test('mail as sent is shown in a frame without any right', async ({ page }) => {
    const wrongs = watch(page)
    await openViews(page, {}, message(2))
    await expect(page.getByRole('article')).toBeVisible()
    await page.keyboard.press('h')
    const frame = page.locator('iframe')
    await expect(frame).toHaveAttribute('sandbox', '')
    await expect(page.frameLocator('iframe').getByText('USD 89,880.00')).toBeVisible()
    expect(wrongs).toEqual([])
  })

  test('headers unfold, and a reply led elsewhere is pointed out', async ({ page }) => {
    await openViews(page, {}, message(9))
    await expect(page.getByText(/^Replies go elsewhere than the message came from/)).toBeVisible()
    await page.getByRole('button', { name: 'All headers' }).click()
    await expect(page.getByText('payments@hongda-pay.example', { exact: true })).toBeVisible()
  })

  test('dropped files end in a counted receipt that names what could not be read', async ({ page }) => {
    await openViews(page, {}, `${CASE}/evidence`)
    await expect(list(page)).toBeVisible()
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['From: a@b.example'], 'a.eml'))
      return transfer
    })
    for (const type of ['dragenter', 'drop']) await list(page).dispatchEvent(type, { dataTransfer: dropped })
    const receipt = page.getByRole('dialog')
    await expect(receipt).toContainText('4,900 of 5,002 are new.')
    await receipt.getByRole('button', { name: '100 Kept, not readable' }).click()
    await expect(receipt.getByRole('option').first()).toContainText('It has more than 1,000 parts.')
    await receipt.getByRole('button', { name: '2 Skipped' }).click()
    await expect(receipt.getByRole('option').first()).toContainText('This is not correspondence.')
  })

  test('a running import can be cancelled, and its receipt says so', async ({ page }) => {
    await openViews(page, { jobRunning: true }, `${CASE}/evidence`)
    await pane(page, 'Messages').getByRole('button', { name: 'Cancel: Importing messages' }).click()
    await expect(page.getByRole('dialog')).toContainText('What had been taken in by then is kept.')
  })

  test('a message that could not be read says why and can still be saved', async ({ page }) => {
    await openViews(page, {}, message(10))
    await expect(page.getByRole('article')).toContainText('It has more than 1,000 parts.')
    await page.getByRole('button', { name: 'Save the original' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  })
})
