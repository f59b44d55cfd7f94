import { type BrowserWindow, dialog, shell } from 'electron'
import type { Dialogs } from '../platform/dialogs.ts'

/** The operating system's own dialogs over the app's window. */
export const electronDialogs = (window: () => BrowserWindow): Dialogs => ({
  async chooseFiles(what) {
    const { canceled, filePaths } = await dialog.showOpenDialog(
      window(),
      what === 'key-file'
        ? { properties: ['openFile', 'dontAddToRecent'] }
        : {
            properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
            filters: [
              { name: 'E-mail', extensions: ['eml', 'emlx', 'msg', 'mbox', 'mbx'] },
              { name: '*', extensions: ['*'] },
            ],
          },
    )
    return canceled ? null : filePaths
  },
  async chooseFolder() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async chooseSavePath(suggestedName) {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath: suggestedName })
    return canceled || !filePath ? null : filePath
  },
  reveal: (path) => shell.showItemInFolder(path),
})
