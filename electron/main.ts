import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, session } from 'electron'
import { comeForward } from './app/come-forward.ts'
import { hardenChromium, hardenContents, hardenSession } from './app/harden.ts'
import { watchLockKey } from './app/lock-key.ts'
import { mailPage } from './app/mail-page.ts'
import { watchPower } from './app/power.ts'
import { OWN_ORIGIN, servePrivateScheme } from './app/private-scheme.ts'
import { forkProgram } from './app/program-child.ts'
import { ProgramProcess } from './app/program-process.ts'
import { senderOf } from './app/sender-of.ts'
import { windowHost } from './app/window-host.ts'
import { buildWindowOptions, PAGE_PARTITION, PRINT_PARTITION } from './app/window-options.ts'
import { readFonts } from './documents/pdf/fonts.ts'
import { systemClock } from './platform/clock.ts'
import { headCopyPlace } from './platform/head-copy-place.ts'
import { randomIds } from './platform/ids.ts'
import { createLog } from './platform/log.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'

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

async function start(): Promise<void> {
  const [pageSession, printSession] = [
    session.fromPartition(PAGE_PARTITION),
    session.fromPartition(PRINT_PARTITION),
  ]
  hardenSession(pageSession)
  hardenSession(printSession)
  const fontsFolder = join(here, 'fonts')
  const fonts = await readFonts(fontsFolder)
  const program = new ProgramProcess({
    start: {
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
    host: windowHost({ window: () => window, ownPage: OWN_PAGE, printSession, fonts }),
    fork: forkProgram,
    ids: randomIds,
    log: createLog(systemClock, (line) => process.stderr.write(line)),
  })
  watchPower(powerMonitor, {
    onAway: () => void program.lock(),
    onIdle: (seconds) => program.idleSeconds(seconds),
  })
  servePrivateScheme(pageSession, join(here, '../renderer'), async (messageId) => {
    const html = await program.mailBody(messageId)
    return html === null ? null : mailPage(html)
  })
  listen(program)
  quitLocked(program)
  openWindow(program)
}

/** Callers are known by their frame, which only this process sees; whether they may call is the router's to say. */
function listen(program: ProgramProcess): void {
  const sender = (event: Electron.IpcMainInvokeEvent) => senderOf(event.senderFrame, window?.webContents)
  ipcMain.handle('call', (event, name: unknown, input: unknown) => program.call(sender(event), name, input))
  ipcMain.handle('drop', (event, paths: unknown) => program.drop(sender(event), paths))
}

/** Nothing is open, being opened or on the clipboard when the app has gone. */
function quitLocked(program: ProgramProcess): void {
  let quitting = false
  app.on('before-quit', (event) => {
    if (quitting) return
    quitting = true
    event.preventDefault()
    void program.quit().finally(() => app.quit())
  })
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
