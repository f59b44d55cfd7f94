import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import type { Dialogs } from '../platform/dialogs.ts'

const ANY = { name: '*', extensions: ['*'] }
const MAIL = ['eml', 'emlx', 'msg', 'mbox', 'mbx', 'pst', 'ost', 'zip']
const DOCUMENTS = [
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'tif',
  'tiff',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'txt',
  'csv',
]
const OPENED: Record<'mail' | 'key-file' | 'chat', OpenDialogOptions> = {
  'key-file': { properties: ['openFile', 'dontAddToRecent'] },
  chat: {
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'Chat', extensions: ['txt', 'csv', 'tsv', 'log'] }, ANY],
  },
  mail: {
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    filters: [{ name: 'E-mail', extensions: MAIL }, { name: 'PDF, DOCX, …', extensions: DOCUMENTS }, ANY],
  },
}

/** The operating system's own dialogs over the app's window. */
export const electronDialogs = (window: () => BrowserWindow): Dialogs => ({
  async chooseFiles(what) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), OPENED[what ?? 'mail'])
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
