import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { findChromium } from '../../tools/lib/find-chromium.mjs'
import { buildViewsSite } from '../support/fake-bridge/views-site.ts'
import { openList } from '../views/exhibits/list.ts'
import { exhibitId } from '../views/exhibits/make-set.ts'
import {
  endExport,
  failExport,
  makeRecord,
  openExhibits,
  tellExport,
} from '../views/exhibits/open-exhibits.ts'

const executablePath = findChromium()
test.use({ launchOptions: executablePath ? { executablePath } : {} })
test.beforeAll(buildViewsSite)

const settings = { locale: 'en', colorScheme: 'light', density: 'comfortable' } as const

test.describe('wording in place', () => {
  test('Enter opens a cell, Enter saves it, and no button is needed', async ({ page }) => {
    await openExhibits(page, { exhibits: 4, list: { language: 'zh' } })
    const list = openList(page)
    await list.cell('证据1', 'title').focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Chinese' })
    await expect(field).toBeFocused()
    await field.fill('《销售合同》')
    await page.keyboard.press('Enter')
    await expect(list.cell('证据1', 'title')).toHaveText('《销售合同》')
    await expect(list.cell('证据1', 'title')).toBeFocused()
    expect((await list.saved()).groups[0]?.exhibits[0]?.title.zh).toBe('《销售合同》')
  })

  test('Esc gives up what was typed', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    const list = openList(page)
    const before = await list.cell('证据2', 'purpose').innerText()
    await list.cell('证据2', 'purpose').click()
    await page.getByRole('textbox', { name: 'Chinese' }).fill('something else')
    await page.keyboard.press('Escape')
    await expect(list.cell('证据2', 'purpose')).toHaveText(before)
    expect((await list.saved()).groups[0]?.exhibits[1]?.purpose.zh ?? before).toBe(before)
  })

  test('a list in both languages is typed side by side; Tab moves on and saves', async ({ page }) => {
    await openExhibits(page, { exhibits: 4, list: { language: 'both' } })
    const list = openList(page)
    await list.cell('证据1', 'content').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('甲')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: 'English' })).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('A')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: 'Copies, 证据1' })).toBeFocused()
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('group', { name: 'Notes, 证据1' })).toBeVisible()
    const saved = (await list.saved()).groups[0]?.exhibits[0]
    expect(saved?.content).toEqual({ zh: '甲', en: 'A' })
    expect(saved?.copies).toBe(3)
  })

  test('leaving a field saves it', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    const list = openList(page)
    await page.getByLabel('Case number').fill('（2026）浙0206民初1号')
    await list.cell('证据1', 'notes').click()
    await page.getByRole('textbox', { name: 'Chinese' }).fill('附译文')
    await page.getByRole('heading', { name: '证据目录' }).click()
    await expect(list.cell('证据1', 'notes')).toHaveText('附译文')
    const saved = await list.saved()
    expect(saved.settings.caseNumber).toBe('（2026）浙0206民初1号')
    expect(saved.groups[0]?.exhibits[0]?.notes.zh).toBe('附译文')
  })

  test('what could not be saved goes back, and the window says so', async ({ page }) => {
    await openExhibits(page, { exhibits: 4, failing: { 'exhibits.change': { code: 'NOT_FOUND', data: {} } } })
    const list = openList(page)
    const before = await list.cell('证据1', 'source').innerText()
    await list.cell('证据1', 'source').click()
    await page.getByRole('textbox', { name: 'Chinese' }).fill('别处')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This is no longer there')).toBeVisible()
    await expect(list.cell('证据1', 'source')).toHaveText(before)
  })
})

test.describe('order', () => {
  test('Alt and an arrow move an exhibit, also into the next group; numbers follow at once', async ({
    page,
  }) => {
    await openExhibits(page, { exhibits: 6 })
    const list = openList(page)
    const moved = await list.cell('证据1', 'title').innerText()
    await list.cell('证据1', 'title').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(list.cell('证据2', 'title')).toHaveText(moved)
    await expect(list.cell('证据2', 'title')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(list.cell('证据2', 'title')).toBeFocused()
    await expect(page.getByText('Now 证据2, 第二组证据 合同的履行')).toBeAttached()
    const { groups } = await list.saved()
    expect(groups.map(({ exhibits }) => exhibits.length)).toEqual([1, 3, 2])
    expect(groups[1]?.exhibits[0]?.id).toBe(exhibitId(0))
    expect((await list.numbers()).filter((name) => name.startsWith('证据'))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `证据${n}`),
    )
  })

  test('quick presses are all kept', async ({ page }) => {
    await openExhibits(page, { exhibits: 12 })
    const list = openList(page)
    await list.cell('证据1', 'title').focus()
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(async () =>
        (await list.saved()).groups.map(({ exhibits }) => exhibits.map(({ id }) => id).indexOf(exhibitId(0))),
      )
      .toEqual([-1, -1, 0])
  })

  test('a group moves with all it holds', async ({ page }) => {
    await openExhibits(page, { exhibits: 6 })
    const list = openList(page)
    await list.grid.getByRole('gridcell', { name: '付款及欠款' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(async () => (await list.saved()).groups.map(({ title }) => title.zh))
      .toEqual(['合同的成立及内容', '付款及欠款', '合同的履行'])
  })

  test('an exhibit is dragged to another place by its grip', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1200 })
    await openExhibits(page, { exhibits: 3 })
    const list = openList(page)
    const grip = list.row('证据1').locator('[draggable]')
    await list.row('证据1').hover()
    await grip.dragTo(list.cell('证据3', 'title'), { targetPosition: { x: 20, y: 4 } })
    await expect
      .poll(async () => (await list.saved()).groups.map(({ exhibits }) => exhibits.map(({ id }) => id)))
      .toEqual([[], [exhibitId(1)], [exhibitId(0), exhibitId(2)]])
  })

  test('what is taken off the list can be put back as it was', async ({ page }) => {
    await openExhibits(page, { exhibits: 4, size: 'many' })
    const list = openList(page)
    const before = (await list.saved()).groups[0]?.exhibits[1]
    await list.cell('证据2', 'title').focus()
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await list.saved()).groups[0]?.exhibits.length).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('It is back in its place.')).toBeVisible()
    const after = (await list.saved()).groups[0]?.exhibits[1]
    expect({ ...after, id: before?.id, items: before?.items }).toEqual(before)
    expect(after?.items.map(({ messageId }) => messageId)).toEqual(
      before?.items.map(({ messageId }) => messageId),
    )
  })
})

test.describe('settings', () => {
  test('numbers change style and order', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    const list = openList(page)
    await page.getByText('C-1', { exact: true }).click()
    await expect(list.row('C-1')).toBeVisible()
    await page.getByText('By group', { exact: true }).click()
    await expect(list.row('C-1-1')).toBeVisible()
    await expect(list.row('C-3-1')).toBeVisible()
  })

  test('the column of originals is off until it is asked for, and says why', async ({ page }) => {
    await openExhibits(page, { exhibits: 1 })
    await expect(page.getByRole('columnheader', { name: '原件/复印件' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Columns' }).click()
    const box = page.getByRole('checkbox', { name: 'Original or copy' })
    await expect(box).toHaveAccessibleDescription(/which originals are missing/)
    await box.check()
    await expect(page.getByRole('columnheader', { name: '原件/复印件' })).toBeVisible()
  })
})

const startExport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'As a folder…' }).click()
}

test.describe('export', () => {
  test('goes step by step to a card with the hash of the manifest', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    await startExport(page)
    const progress = page.getByRole('region', { name: 'Exporting the exhibits' })
    await tellExport(page, 'binding', 92, 184)
    await expect(progress.locator('[aria-current=step]')).toHaveText(/Binding the bundle/)
    await expect(progress.getByText('50%')).toBeVisible()
    const record = makeRecord(0, 'folder')
    await endExport(page, record)
    const card = page.getByRole('region', { name: /^Exported: / })
    await expect(card).toContainText(record.manifestSha256)
    await expect(card).toContainText('184')
    await card.getByRole('button', { name: 'Show in folder' }).click()
    expect(await page.evaluate(() => window.exhibitsFake.names)).toContain('exhibits.revealExport')
  })

  test('is cancelled in place', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    await startExport(page)
    await tellExport(page, 'collecting', 1, 4)
    await page.getByRole('button', { name: 'Cancel the export' }).click()
    await expect(page.getByRole('alert')).toHaveText(/Nothing was left at the place you chose/)
    await expect(page.getByRole('region', { name: 'Exporting the exhibits' })).toHaveCount(0)
  })

  test('says in a sentence why it failed', async ({ page }) => {
    await openExhibits(page, { exhibits: 4 })
    await startExport(page)
    await failExport(page, { code: 'ORIGINAL_DAMAGED', exhibit: '证据2' })
    const alert = page.getByRole('alert')
    await expect(alert).toHaveText(/It happened in 证据2\. A stored original is gone/)
  })

  test('of an empty list is explained before it is tried', async ({ page }) => {
    await openExhibits(page, { exhibits: 0 })
    await expect(page.getByText('No exhibits yet')).toBeVisible()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByText('An empty list cannot be exported. Add an exhibit first.')).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'As a folder…' })).toBeDisabled()
  })
})

test('messages are found by search and become one exhibit of all', async ({ page }) => {
  await openExhibits(page, { exhibits: 0, size: 'many' })
  await page.getByRole('button', { name: 'Add exhibits' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add exhibits' })
  await dialog.getByText('Messages', { exact: true }).click()
  await dialog.getByRole('searchbox', { name: 'Search messages' }).fill('drivers')
  const options = dialog.getByRole('option', { name: /drivers/ })
  await options.nth(0).click()
  await options.nth(1).click()
  await dialog.getByText('One exhibit of all').click()
  await dialog.getByRole('button', { name: 'Add 1 exhibit' }).click()
  await expect(dialog).toHaveCount(0)
  const { groups } = await openList(page).saved()
  expect(groups.map(({ exhibits }) => exhibits.map(({ items }) => items.length))).toEqual([[2]])
})

test('a mark leads to what is missing, and goes when it is there', async ({ page }) => {
  await openExhibits(page, { exhibits: 12 })
  const list = openList(page)
  const mark = list.row('证据3').getByRole('button', { name: /The source is missing/ })
  await expect(mark).toBeVisible()
  await list.cell('证据3', 'source').click()
  await page.getByRole('textbox', { name: 'Chinese' }).fill('原告根据沟通内容整理')
  await page.keyboard.press('Enter')
  await expect(list.row('证据3').getByRole('button', { name: /The source is missing/ })).toHaveCount(0)
})

test('500 exhibits stay light, and the keyboard reaches the last', async ({ page }) => {
  await openExhibits(page, { exhibits: 500 })
  const list = openList(page)
  await list.cell('证据1', 'title').focus()
  expect(await list.grid.getByRole('row').count()).toBeLessThan(80)
  await page.keyboard.press('Control+End')
  await expect(list.cell('证据500', 'title')).toBeFocused()
  await expect(list.cell('证据500', 'title')).toBeInViewport()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(list.cell('证据499', 'title')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing to complain about for axe, ${colorScheme}`, async ({ page }) => {
    const check = async (what: string, part = 'body'): Promise<void> => {
      // Mantine heads a dialog with <header>, which axe takes for a second banner; behind a modal there is no other.
      const axe = new AxeBuilder({ page }).include(part).disableRules('landmark-no-duplicate-banner')
      const { violations } = await axe.analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        what,
      ).toEqual([])
    }
    await openExhibits(page, {
      exhibits: 12,
      former: [makeRecord(0, 'zip')],
      settings: { ...settings, colorScheme },
    })
    const list = openList(page)
    await expect(list.row('证据1')).toBeVisible()
    await check('the list')
    await list.cell('证据1', 'content').click()
    await check('a cell that is typed in')
    await page.keyboard.press('Escape')
    await startExport(page)
    await tellExport(page, 'binding', 1, 3)
    await check('an export that runs')
    await endExport(page, makeRecord(0, 'folder'))
    await check('an export that is done')
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForTimeout(200)
    await check('the picker', '[role=dialog]')
  })
