import { app, type BrowserWindow, clipboard, dialog, type Session } from 'electron'
import type { Fonts } from '../documents/pdf/fonts.ts'
import { createBriefClipboard } from '../platform/brief-clipboard.ts'
import { electronDialogs } from './electron-dialogs.ts'
import { ElectronRenderer } from './electron-renderer.ts'
import { openFreshPage } from './fresh-page.ts'
import type { Host } from './program-process.ts'
import { startFailure } from './start-failure.ts'

export interface WindowHostParts {
  window(): BrowserWindow | undefined
  ownPage: string
  printSession: Session
  fonts: Fonts
}

/** What the program has done by the window's process: dialogs, printing, clipboard, and the page itself. */
export function windowHost({ window, ownPage, printSession, fonts }: WindowHostParts): Host {
  const printer = new ElectronRenderer(printSession, fonts)
  const copied = createBriefClipboard(clipboard, setTimeout)
  const dialogs = electronDialogs(() => {
    const shown = window()
    if (!shown) throw new TypeError('No window to ask in')
    return shown
  })
  const contents = () => {
    const shown = window()
    return shown && !shown.isDestroyed() ? shown.webContents : undefined
  }
  return {
    ...dialogs,
    print: (job) => printer.render(job),
    copyBriefly: (text) => copied.copy(text),
    clearCopied: () => copied.clear(),
    freshPage() {
      const page = contents()
      if (page) void openFreshPage(page, ownPage)
    },
    send: (name, payload) => contents()?.send(name, payload),
    async locked() {
      printer.discard()
      await copied.clear()
    },
    failed(code) {
      dialog.showErrorBox('Redchop', startFailure(code))
      app.exit(1)
    },
  }
}
