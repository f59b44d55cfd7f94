import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../tools/lib/find-electron.mjs'

const root = resolve(import.meta.dirname, '../..')
const standin = join(root, 'tools/electron-standin/electron')

/**
 * Starts an application on real Electron where its binary is installed, on the stand-in elsewhere, and wherever
 * REDCHOP_HOST=standin asks for that. Without an executable Playwright finds Electron itself and holds it back until
 * it listens.
 */
export function launchElectron(appDir: string, env: Record<string, string>): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return _electron.launch({
    ...(!isRealElectron() && { executablePath: standin }),
    args: [appDir],
    env: { ...Object.fromEntries(inherited), ...env },
  })
}

/** The command line that starts the same host without Playwright. */
export function electronExecutable(): string {
  return (isRealElectron() && findElectron()) || standin
}

function isRealElectron(): boolean {
  return process.env.REDCHOP_HOST !== 'standin' && findElectron() !== undefined
}

/** The built Redchop with its data in `userData`; a test that restarts the application calls it again. */
export function launchRedchop(userData: string): Promise<ElectronApplication> {
  return launchElectron(process.env.APP_DIR ?? root, { REDCHOP_USER_DATA: userData })
}

/** What a window shows before the application has a page for it. */
const BLANK = new Set(['about:', 'data:'])

/** The first window, once it shows the application. */
export async function firstPage(electronApp: ElectronApplication): Promise<Page> {
  const page = await electronApp.firstWindow()
  await page.waitForURL((url) => !BLANK.has(url.protocol))
  return page
}

/** Every open dialog from now on answers with these paths, as if the user had picked them. */
export async function answerOpenDialog(electronApp: ElectronApplication, filePaths: string[]): Promise<void> {
  await electronApp.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** Every save dialog from now on answers with this path; an empty one cancels. */
export async function answerSaveDialog(electronApp: ElectronApplication, filePath: string): Promise<void> {
  await electronApp.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path })
  }, filePath)
}

interface Fixtures {
  /** A fresh, private folder that is removed after the test. */
  userData: string
  electronApp: ElectronApplication
  page: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redchop-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  },
  electronApp: async ({ userData }, use) => {
    const electronApp = await launchRedchop(userData)
    await use(electronApp)
    await electronApp.close()
  },
  page: async ({ electronApp }, use) => {
    await use(await firstPage(electronApp))
  },
})

export { expect } from '@playwright/test'
