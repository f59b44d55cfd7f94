import type { BrowserWindowConstructorOptions } from 'electron'

/** Sessions in memory only: nothing of a case gets into a browser profile. */
export const PAGE_PARTITION = 'desk'
export const PRINT_PARTITION = 'print'

/** Options of the one window a lawyer sees (Electron security checklist 2 to 11, 18). Pure, so that a test can read them. */
export function buildWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 920,
    minWidth: 720,
    minHeight: 560,
    show: false,
    title: 'Redchop',
    autoHideMenuBar: true,
    webPreferences: { ...LOCKED_DOWN, preload },
  }
}

/** Options of the hidden window that prints documents: no preload, no script. */
export function buildPrintWindowOptions(): BrowserWindowConstructorOptions {
  return { show: false, webPreferences: { ...LOCKED_DOWN, javascript: false, partition: PRINT_PARTITION } }
}

const LOCKED_DOWN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
  devTools: false, // also where the environment says development: whoever starts the app sets that
  partition: PAGE_PARTITION,
} as const
