import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { fakeId, PASSPHRASE, RECOVERY_CODE, type Scene } from '../support/fake-bridge/scenes.ts'
import { buildViewsSite, launchOptions, openViews } from '../support/fake-bridge/views-site.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

const CASE = `/cases/${fakeId('case', 1)}`
const message = (n: number): string => `${CASE}/evidence/${fakeId('message', n)}`
const statement = (n: number): string => `${CASE}/confirm/${fakeId('statement', n)}`
const list = (page: Page): Locator => page.getByRole('listbox')
const pane = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** What the page threw, or Chromium refused under the product's content security policy. */
function watch(page: Page): readonly string[] {
  const wrongs: string[] = []
  page.on('pageerror', (error) => wrongs.push(error.message))
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) wrongs.push(line.text())
  })
  return wrongs
}

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
    await page.getByRole('link', { name: 'Cases' }).click()
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
    await page.getByLabel('Show').selectOption({ label: 'Not readable' })
    await expect(page.getByText('100 messages')).toBeVisible()
  })

  test('a sentence chosen by keyboard becomes a statement at its place in the text', async ({ page }) => {
    await openViews(page, {}, message(4))
    await page.getByLabel('Text of the message').focus()
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
    await expect(page.getByText('Replies go to another domain')).toBeVisible()
    await page.getByRole('button', { name: 'All headers' }).click()
    await expect(page.getByText('payments@hongda-pay.example')).toBeVisible()
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
    await expect(card).toContainText('Quality of drivers')
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

const STATES: readonly (readonly [name: string, scene: Partial<Scene>, place: string, key?: string])[] = [
  ['create', { vault: 'absent' }, '/'],
  ['recovery typed back', { vault: 'awaiting-recovery' }, '/'],
  ['locked', { vault: 'locked' }, '/'],
  ['no cases', { size: 'none' }, '/'],
  ['cases', {}, '/'],
  ['a new case', {}, '/cases/new'],
  ['no messages', {}, `/cases/${fakeId('case', 2)}/evidence`],
  ['messages', { jobRunning: true }, message(1)],
  ['long names', {}, message(9)],
  ['an unreadable message', {}, message(10)],
  ['mail as sent', {}, message(2), 'h'],
  ['no statements', {}, `/cases/${fakeId('case', 2)}/confirm`],
  ['a statement', {}, statement(2)],
  ['asking', {}, statement(2), 'a'],
  ['typing in', {}, `${CASE}/confirm`, 'n'],
  ['palette', {}, `${CASE}/confirm`, 'Control+k'],
  ['shortcuts', {}, `${CASE}/confirm`, '?'],
]

test.describe('accessible to everyone', () => {
  for (const [name, scene, place, key] of STATES)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${name}, ${colorScheme}`, async ({ page }) => {
        await openViews(
          page,
          { ...scene, settings: { locale: 'en', colorScheme, density: 'comfortable' } },
          place,
        )
        await expect(page.getByRole('main').first()).toBeVisible()
        await expect(page.getByText('Loading…')).toHaveCount(0)
        if (key) {
          await expect(page.getByRole('article').or(list(page)).first()).toBeVisible()
          await page.keyboard.press(key)
          await expect(page.getByRole('dialog').or(page.locator('iframe')).first()).toBeVisible()
        }
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      })
})
