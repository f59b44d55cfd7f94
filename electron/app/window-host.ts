import { app, type BrowserWindow, clipboard, dialog, type Session } from 'electron'
import type { Fonts } from '../documents/pdf/fonts.ts'
import { electronDialogs } from './electron-dialogs.ts'
import { ElectronRenderer } from './electron-renderer.ts'
import { openFreshPage } from './fresh-page.ts'
import type { Host } from './program-process.ts'

export interface WindowHostParts {
  window(): BrowserWindow | undefined
  ownPage: string
  printSession: Session
  fonts: Fonts
}

/** What the program has done by the window's process: dialogs, printing, clipboard, and the page itself. */
export function windowHost({ window, ownPage, printSession, fonts }: WindowHostParts): Host {
  const printer = new ElectronRenderer(printSession, fonts)
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
    readClipboard: async () => clipboard.readText(),
    writeClipboard: async (text) => clipboard.writeText(text),
    clearClipboard: () => clipboard.clear(),
    freshPage() {
      const page = contents()
      if (page) void openFreshPage(page, ownPage)
    },
    send: (name, payload) => contents()?.send(name, payload),
    failed() {
      dialog.showErrorBox(
        'Redchop',
        'Redchop could not be started. Install it again.\nRedchop 无法启动，请重新安装。',
      )
      app.exit(1)
    },
  }
}
