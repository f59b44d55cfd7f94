import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BridgeEvents, EventName } from '@bridge/events.ts'
import { app, BrowserWindow, clipboard, ipcMain, Menu, powerMonitor, protocol, session } from 'electron'
import { comeForward } from './app/come-forward.ts'
import { electronDialogs } from './app/electron-dialogs.ts'
import { ElectronRenderer } from './app/electron-renderer.ts'
import { openFreshPage } from './app/fresh-page.ts'
import { hardenChromium, hardenContents, hardenSession } from './app/harden.ts'
import { watchLockKey } from './app/lock-key.ts'
import { mailPage } from './app/mail-page.ts'
import { watchPower } from './app/power.ts'
import { OWN_ORIGIN, servePrivateScheme } from './app/private-scheme.ts'
import { senderOf } from './app/sender-of.ts'
import { startUtilityWorker } from './app/utility-worker.ts'
import { buildWindowOptions, PAGE_PARTITION, PRINT_PARTITION } from './app/window-options.ts'
import { readFonts } from './documents/pdf/fonts.ts'
import { createProgram } from './ipc/program.ts'
import { headCopyPlace } from './platform/head-copy-place.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'
import { argon2InThread } from './vault/argon2.ts'

const here = import.meta.dirname
const OWN_PAGE = `${OWN_ORIGIN}/index.html`
let window: BrowserWindow | undefined

leaveNoCoreDumps()
hardenChromium(app)
app.on('web-contents-created', (_event, contents) => hardenContents(contents))
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (process.env.REDCHOP_USER_DATA) app.setPath('userData', process.env.REDCHOP_USER_DATA)

function send<E extends EventName>(name: E, payload: BridgeEvents[E]): void {
  if (window && !window.isDestroyed()) window.webContents.send(name, payload)
}

async function start(): Promise<void> {
  const [pageSession, printSession] = [
    session.fromPartition(PAGE_PARTITION),
    session.fromPartition(PRINT_PARTITION),
  ]
  hardenSession(pageSession)
  hardenSession(printSession)
  const fonts = await readFonts(join(here, 'fonts'))
  const program = await createProgram({
    root: join(app.getPath('userData'), 'vault'),
    headCopy: headCopyPlace(process.env),
    kdf: argon2InThread(pathToFileURL(join(here, 'argon2-thread.js'))),
    migrationsFolder: join(app.getAppPath(), 'drizzle'),
    verifierFolder: join(app.getAppPath(), 'resources/verifier'),
    systemLocale: app.getLocale(),
    version: app.getVersion(),
    actor: 'person',
    ownOrigin: OWN_ORIGIN,
    startWorker: startUtilityWorker,
    pdf: new ElectronRenderer(printSession, fonts),
    fonts,
    dialogs: electronDialogs(() => {
      if (!window) throw new TypeError('No window to ask in')
      return window
    }),
    send,
    window: {
      clipboard,
      systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
      freshPage: () => void (window && openFreshPage(window.webContents, OWN_PAGE)),
    },
  })
  watchPower(powerMonitor, () => void program.lockInQuiet())
  servePrivateScheme(pageSession, join(here, '../renderer'), async (messageId) => {
    const { html } = await program.session.desk().evidence.body(messageId)
    return html === null ? null : mailPage(html)
  })
  listen(program)
  app.on('before-quit', (event) => {
    if (program.session.isLocked()) return
    event.preventDefault()
    void program.lockInQuiet().finally(() => app.quit())
  })
  openWindow(program)
}

function listen({ router, choices }: Awaited<ReturnType<typeof createProgram>>): void {
  const sender = (event: Electron.IpcMainInvokeEvent) => senderOf(event.senderFrame, window?.webContents)
  ipcMain.handle('call', (event, name: unknown, input: unknown) => router(sender(event), name, input))
  ipcMain.handle('drop', (event, paths: unknown) => choices.keepDropped(sender(event), paths))
}

function openWindow({ stillHere, session: { lock } }: Awaited<ReturnType<typeof createProgram>>): void {
  window = new BrowserWindow(buildWindowOptions(join(here, '../preload/preload.cjs')))
  window.webContents.on('input-event', stillHere)
  watchLockKey(window.webContents, () => void lock())
  window.once('ready-to-show', () => window?.show())
  window.once('closed', () => app.quit()) // the printing window is no window to stay open for
  void window.loadURL(OWN_PAGE)
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => comeForward(window))
  Menu.setApplicationMenu(null)
  void app.whenReady().then(start)
} else {
  app.quit()
}
