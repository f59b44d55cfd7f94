import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { buildViewsSite } from '../../support/fake-bridge/views-site.ts'
import { type ExhibitScene, endExport, makeRecord, openExhibits, tellExport } from './open-exhibits.ts'

const OUT = process.env.SHOTS ?? '/tmp/shots'

interface Shot {
  name: string
  scene: ExhibitScene
  act?: (page: Page) => Promise<void>
}

const cell = (page: Page, row: number, column: string) => page.locator(`td[data-column=${column}]`).nth(row)

const startExport = async (page: Page): Promise<void> => {
  await page.locator('main button:has(.tabler-icon-file-export)').click()
  await page.getByRole('menuitem').first().click()
  await page.waitForTimeout(200)
}

const former = [makeRecord(0, 'folder'), makeRecord(1, 'zip'), makeRecord(2, 'folder')]

const SHOTS: readonly Shot[] = [
  { name: 'exhibits-empty', scene: { exhibits: 0 } },
  { name: 'exhibits-one', scene: { exhibits: 1 } },
  { name: 'exhibits-12', scene: { exhibits: 12, former } },
  {
    name: 'exhibits-12-both',
    scene: {
      exhibits: 12,
      list: { language: 'both', numberStyle: 'arbitration', numbering: 'by-group', showOriginality: true },
    },
  },
  {
    name: 'exhibits-200',
    scene: { exhibits: 200, list: { language: 'en' } },
    act: async (page) => {
      await page.mouse.move(700, 500)
      await page.mouse.wheel(0, 6_000)
    },
  },
  {
    name: 'exhibits-editing',
    scene: { exhibits: 12 },
    act: async (page) => cell(page, 1, 'purpose').click(),
  },
  {
    name: 'exhibits-editing-both',
    scene: { exhibits: 12, list: { language: 'both' } },
    act: async (page) => cell(page, 1, 'content').click(),
  },
  {
    name: 'exhibits-export-running',
    scene: { exhibits: 12, former },
    act: async (page) => {
      await startExport(page)
      await tellExport(page, 'typesetting', 71, 184)
    },
  },
  {
    name: 'exhibits-export-done',
    scene: { exhibits: 12, former },
    act: async (page) => {
      await startExport(page)
      await endExport(page, makeRecord(0, 'folder'))
    },
  },
  {
    name: 'exhibits-former',
    scene: { exhibits: 12, former },
    act: async (page) => page.locator('main button:has(.tabler-icon-history)').click(),
  },
  {
    name: 'exhibits-picker',
    scene: { exhibits: 12, size: 'many' },
    act: async (page) => {
      await page.keyboard.press('a')
      const list = page.getByRole('listbox')
      await list.focus()
      await page.keyboard.press(' ')
      await page.keyboard.press('j')
      await page.keyboard.press(' ')
    },
  },
  {
    name: 'exhibits-picker-messages',
    scene: { exhibits: 12, size: 'many' },
    act: async (page) => {
      await page.keyboard.press('a')
      await page.locator('label[for$=-messages]').click()
      await page.getByRole('listbox').focus()
      await page.keyboard.press(' ')
      await page.keyboard.press('j')
      await page.keyboard.press(' ')
    },
  },
  {
    name: 'exhibits-columns',
    scene: { exhibits: 12 },
    act: async (page) => page.locator('main button:has(.tabler-icon-columns-3)').click(),
  },
]

const wanted = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
if (process.env.SHOTS_BUILT === undefined) await buildViewsSite()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const { name, scene, act } of SHOTS)
  for (const locale of ['en', 'zh-CN'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1024, 1600]) {
        const file = `${name}-${locale}-${colorScheme}-${width}`
        if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue
        const few = (locale === 'en') === (colorScheme === 'light') && (locale === 'en') === (width === 1600)
        if (process.env.SHOTS_FULL === undefined && !few) continue
        const page = await browser.newPage({ viewport: { width, height: width === 1024 ? 720 : 960 } })
        page.on('console', (message) => message.type() === 'error' && console.error(file, message.text()))
        page.on('pageerror', (error) => console.error(file, error))
        await openExhibits(page, { ...scene, settings: { locale, colorScheme, density: 'comfortable' } })
        await page.waitForTimeout(500)
        await act?.(page)
        await page.waitForTimeout(300)
        await page.screenshot({ path: `${OUT}/${file}.png` })
        await page.close()
      }
await browser.close()
