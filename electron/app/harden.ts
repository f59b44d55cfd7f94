import type { App, Session, WebContents } from 'electron'
import { isMailBody } from './private-scheme.ts'

/** Command-line switches that keep Chromium off the network and off the disk; before the app is ready. */
export function hardenChromium(app: Pick<App, 'enableSandbox' | 'commandLine'>): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:9')
  app.commandLine.appendSwitch('disable-http-cache')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-breakpad') // no minidump: memory of an open vault is text of a case
}

/** Putting text on the clipboard when a person presses a copy button; reading from it stays refused. */
const COPYING = 'clipboard-sanitized-write'

/** No other permission, no download of dictionaries, no request but to our own scheme (Electron security checklist 5, 13). */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === COPYING))
  session.setPermissionCheckHandler((_contents, permission) => permission === COPYING)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setSpellCheckerEnabled(false)
  session.enableNetworkEmulation({ offline: true })
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(app|data|blob):/u.test(url) }))
}

/** No page leaves its place, opens a window or attaches a web view; a frame shows a mail and nothing else (checklist 12 to 14). */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isMailBody(event.url)) event.preventDefault()
  })
}
