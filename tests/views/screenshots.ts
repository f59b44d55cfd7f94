import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { fakeId } from '../support/fake-bridge/scenes.ts'
import { buildViewsSite, launchOptions, openViews } from '../support/fake-bridge/views-site.ts'
import { EVIDENCE_SHOTS } from './evidence-shots.ts'
import { CASE, type Shot } from './shot.ts'

const OUT = process.env.SHOTS ?? '/tmp/shots'

const lastSection = async (page: Page): Promise<void> =>
  page.locator('form textarea').first().scrollIntoViewIfNeeded()
/** The first such button chooses the folder of backups. */
const keyButtons = (page: Page) => page.getByRole('button').filter({ hasText: /…$/ })
const restore = async (page: Page): Promise<void> => {
  await page
    .getByRole('button')
    .filter({ hasText: /backup|备份/i })
    .first()
    .click()
  await page.getByRole('button').filter({ hasText: /…$/ }).first().click()
  await page.locator('select').first().waitFor()
}

const SHOTS: readonly Shot[] = [
  { name: 'unlock-absent', scene: { vault: 'absent' } },
  {
    name: 'unlock-recovery',
    scene: { vault: 'absent' },
    act: async (page) => {
      const fields = page.locator('input[type=password]')
      await fields.nth(0).fill('harbour lantern velvet orbit')
      await fields.nth(1).fill('harbour lantern velvet orbit')
      await page.locator('button[type=submit]').click()
      await page.getByRole('img').waitFor()
    },
  },
  { name: 'unlock-awaiting', scene: { vault: 'awaiting-recovery' } },
  {
    name: 'unlock-wrong',
    scene: { vault: 'locked' },
    act: async (page) => {
      await page.locator('input[type=password]').fill('not it')
      await page.locator('button[type=submit]').click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'unlock-key-file',
    scene: { vault: 'locked', keyFile: 'needed' },
    act: (page) => page.locator('input[type=password]').fill('harbour lantern velvet orbit'),
  },
  {
    name: 'unlock-with-recovery',
    scene: { vault: 'locked' },
    act: (page) =>
      page
        .getByRole('button')
        .filter({ hasText: /recovery|恢复码/i })
        .first()
        .click(),
  },
  {
    name: 'unlock-restore',
    scene: { vault: 'locked' },
    act: async (page) => {
      await restore(page)
      await page.locator('input[type=password]').fill('not it')
      await page.locator('button[type=submit]').click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'unlock-restored',
    scene: { vault: 'locked' },
    act: async (page) => {
      await restore(page)
      await page.locator('input[type=password]').fill('harbour lantern velvet orbit')
      await page.locator('button[type=submit]').click()
      await page.getByText('vault.before-restore').waitFor()
    },
  },
  { name: 'safekeeping', place: '/safekeeping' },
  { name: 'safekeeping-end', place: '/safekeeping', act: lastSection },
  ...(['passphrase', 'key-file', 'recovery'] as const).map((kind, n) => ({
    name: `safekeeping-${kind}`,
    place: '/safekeeping',
    act: async (page: Page) => {
      await lastSection(page)
      await keyButtons(page)
        .nth(n + 1)
        .click()
      await page.getByRole('dialog').waitFor()
    },
  })),
  {
    name: 'safekeeping-receipt',
    place: '/safekeeping',
    act: async (page) => {
      await page.locator('form textarea').first().fill('REDCHOP-RECEIPT-1')
      await page.locator('form button[type=submit]').click()
      await page.waitForTimeout(300)
      await lastSection(page)
    },
  },
  { name: 'cases-empty', scene: { size: 'none' } },
  { name: 'cases-many' },
  { name: 'case-new', place: '/cases/new' },
  { name: 'case-edit', place: `${CASE}/edit` },
  { name: 'confirm-open', place: `${CASE}/confirm/${fakeId('statement', 2)}` },
  { name: 'confirm-confirmed', place: `${CASE}/confirm/${fakeId('statement', 1)}` },
  {
    name: 'confirm-chosen',
    place: `${CASE}/confirm/${fakeId('statement', 5)}`,
    act: async (page) => {
      const list = page.getByRole('listbox')
      await list.focus()
      await page.keyboard.press(' ')
      await page.keyboard.press('j')
      await page.keyboard.press(' ')
    },
  },
  {
    name: 'confirm-ask',
    place: `${CASE}/confirm/${fakeId('statement', 2)}`,
    act: async (page) => {
      await page.keyboard.press('a')
      await page.getByRole('dialog').locator('textarea').first().waitFor()
    },
  },
  {
    name: 'confirm-type',
    place: `${CASE}/confirm`,
    act: async (page) => {
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'identities', place: `${CASE}/identities` },
  { name: 'identities-empty', place: `/cases/${fakeId('case', 2)}/identities` },
  {
    name: 'identities-accept',
    place: `${CASE}/identities`,
    act: async (page) => {
      await page.getByRole('table').nth(1).getByRole('button').nth(1).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'forums', place: `${CASE}/forums` },
  { name: 'forums-empty', place: `/cases/${fakeId('case', 2)}/forums` },
  {
    name: 'forums-rule',
    place: `${CASE}/forums`,
    act: async (page) => {
      await page
        .getByRole('button', { name: /: (Only if confirmed|须经确认)/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'confirm-empty', place: `/cases/${fakeId('case', 2)}/confirm` },
  {
    name: 'vault-alarm',
    scene: { alarm: { finding: 'FOLDER_ROLLED_BACK', expected: 4_812, found: 4_790 } },
    place: `${CASE}/evidence/${fakeId('message', 5000)}`,
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'palette',
    place: `${CASE}/evidence`,
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').last().waitFor()
    },
  },
  {
    name: 'shortcuts',
    place: `${CASE}/confirm/${fakeId('statement', 2)}`,
    act: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  ...EVIDENCE_SHOTS,
]

const wanted = process.argv.slice(2)
const full = process.env.SHOTS_FULL !== undefined
mkdirSync(OUT, { recursive: true })
await buildViewsSite()
const browser = await chromium.launch(launchOptions)
for (const shot of SHOTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
))
  for (const locale of ['en', 'zh-CN'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1024, 1600]) {
        // Without SHOTS_FULL: each language once, each theme once, each width once.
        const few = (locale === 'en') === (colorScheme === 'light') && (locale === 'en') === (width === 1600)
        if (!full && !few) continue
        const page = await browser.newPage({ viewport: { width, height: width === 1024 ? 720 : 960 } })
        const settings = { locale, colorScheme, density: 'comfortable' } as const
        await openViews(page, { ...shot.scene, settings }, shot.place)
        await page.locator('main').waitFor()
        await page.waitForTimeout(800)
        await shot.act?.(page)
        await page.waitForTimeout(300)
        await page.screenshot({ path: `${OUT}/${shot.name}-${locale}-${colorScheme}-${width}.png` })
        await page.close()
      }
await browser.close()
