import { resolve } from 'node:path'
import { vi } from 'vitest'
import type { HandedPort, ParentPort } from '../../electron/workers/parent-port.ts'
import { RecordedElectron } from './recorded-electron.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The frame of the window the lawyer sees, as Electron would describe it. */
export const MAIN_FRAME = { url: 'app://desk/index.html', parent: null, routingId: 1, processId: 7 }

/** An object of which everything else that is asked for is a function that does nothing. */
const anything = (known: Readonly<Record<string, unknown>>): object =>
  new Proxy(known, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || key === 'then') return undefined
      return Object.hasOwn(known, key) ? known[key] : () => undefined
    },
  })

type Heard = (event: { data: unknown; ports: readonly HandedPort[] }) => void

/** The program's process, here in this one: main talks to it as to any, over messages that are copied. */
async function forkProgram(): Promise<object> {
  const { serveProgram } = await import('../../electron/ipc/serve-program.ts')
  const toMain: ((message: unknown) => void)[] = []
  const toProgram: Heard[] = []
  const port: ParentPort = {
    postMessage: (message) =>
      queueMicrotask(() => {
        for (const hear of toMain) hear(structuredClone(message))
      }),
    on: (_event, listener) => toProgram.push(listener),
  }
  serveProgram(port)
  return {
    postMessage: (data: unknown) =>
      queueMicrotask(() => {
        for (const hear of toProgram) hear({ data: structuredClone(data), ports: [] })
      }),
    on: (_event: string, listener: (message: unknown) => void) => toMain.push(listener),
    once: () => undefined,
    kill: () => true,
  }
}

/**
 * The real `electron/main.ts`, run to the end of its start over a recorded Electron; its data lies in `userData`. The
 * fonts of the build are not needed and not read.
 */
export async function startApp(userData: string): Promise<RecordedElectron> {
  const contents = anything({ mainFrame: MAIN_FRAME, isDestroyed: () => false })
  const window = anything({
    webContents: contents,
    isDestroyed: () => false,
    loadURL: async (url: string) => void recorded.calls.push({ path: 'window.loadURL', args: [url] }),
  })
  vi.resetModules()
  vi.doMock('../../electron/documents/pdf/fonts.ts', () => ({
    readFonts: async () => ({ regular: new Uint8Array(), bold: new Uint8Array() }),
  }))
  const program = await forkProgram()
  const recorded = new RecordedElectron({
    'utilityProcess.fork': () => program,
    'app.getPath': () => userData,
    'app.getAppPath': () => ROOT,
    'app.getLocale': () => 'en',
    'app.getVersion': () => 'test',
    'app.whenReady': () => Promise.resolve(),
    'app.requestSingleInstanceLock': () => true,
    'new BrowserWindow': () => window,
  })
  vi.doMock('electron', () => recorded.module)
  await import('../../electron/main.ts')
  await vi.waitFor(() => {
    if (recorded.given('window.loadURL').length === 0) throw new Error('The window has not opened yet')
  }, 30_000)
  return recorded
}

/** The real `electron/preload.ts`, run over a recorded Electron. */
export async function startPreload(): Promise<RecordedElectron> {
  const recorded = new RecordedElectron({ 'ipcRenderer.invoke': async (...args) => args })
  vi.resetModules()
  vi.doMock('electron', () => recorded.module)
  await import('../../electron/preload.ts')
  return recorded
}
