import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, session } from 'electron'
import { comeForward } from './app/come-forward.ts'
import { hardenChromium, hardenContents, hardenSession } from './app/harden.ts'
import { watchLockKey } from './app/lock-key.ts'
import { mailPage } from './app/mail-page.ts'
import { watchPower } from './app/power.ts'
import { OWN_ORIGIN, servePrivateScheme } from './app/private-scheme.ts'
import { ProgramProcess } from './app/program-process.ts'
import { senderOf } from './app/sender-of.ts'
import { windowHost } from './app/window-host.ts'
import { buildWindowOptions, PAGE_PARTITION, PRINT_PARTITION } from './app/window-options.ts'
import { readFonts } from './documents/pdf/fonts.ts'
import { headCopyPlace } from './platform/head-copy-place.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'

const here = import.meta.dirname
const OWN_PAGE = `${OWN_ORIGIN}/index.html`
const SECOND_MS = 1_000
let window: BrowserWindow | undefined

leaveNoCoreDumps()
hardenChromium(app)
app.on('web-contents-created', (_event, contents) => hardenContents(contents))
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (process.env.REDCHOP_USER_DATA) app.setPath('userData', process.env.REDCHOP_USER_DATA)

async function start(): Promise<void> {
  const [pageSession, printSession] = [
    session.fromPartition(PAGE_PARTITION),
    session.fromPartition(PRINT_PARTITION),
  ]
  hardenSession(pageSession)
  hardenSession(printSession)
  const fontsFolder = join(here, 'fonts')
  const program = new ProgramProcess(
    {
      root: join(app.getPath('userData'), 'vault'),
      headCopy: headCopyPlace(process.env),
      migrationsFolder: join(app.getAppPath(), 'drizzle'),
      verifierFolder: join(app.getAppPath(), 'resources/verifier'),
      fontsFolder,
      argon2Thread: pathToFileURL(join(here, 'argon2-thread.js')).href,
      systemLocale: app.getLocale(),
      version: app.getVersion(),
      ownOrigin: OWN_ORIGIN,
    },
    windowHost({
      window: () => window,
      ownPage: OWN_PAGE,
      printSession,
      fonts: await readFonts(fontsFolder),
    }),
  )
  watchPower(powerMonitor, () => void program.lock())
  setInterval(() => program.idleSeconds(powerMonitor.getSystemIdleTime()), SECOND_MS).unref()
  servePrivateScheme(pageSession, join(here, '../renderer'), async (messageId) => {
    const html = await program.mailBody(messageId)
    return html === null ? null : mailPage(html)
  })
  listen(program)
  app.on('before-quit', (event) => {
    if (!program.isOpen) return
    event.preventDefault()
    void program.quit().finally(() => app.quit())
  })
  openWindow(program)
}

/** Callers are known by their frame, which only this process sees; whether they may call is the router's to say. */
function listen(program: ProgramProcess): void {
  const sender = (event: Electron.IpcMainInvokeEvent) => senderOf(event.senderFrame, window?.webContents)
  ipcMain.handle('call', (event, name: unknown, input: unknown) => program.call(sender(event), name, input))
  ipcMain.handle('drop', (event, paths: unknown) => program.drop(sender(event), paths))
}

function openWindow(program: ProgramProcess): void {
  window = new BrowserWindow(buildWindowOptions(join(here, '../preload/preload.cjs')))
  window.webContents.on('input-event', () => program.stillHere())
  watchLockKey(window.webContents, () => void program.lock())
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
