import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { MAIL_POLICY, PAGE_POLICY } from '../../electron/app/content-security.ts'
import { buildPrintWindowOptions } from '../../electron/app/window-options.ts'
import { ROOT, readSources } from '../house/sources.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { directivesOf, foreignAddresses, permissionsOf } from './read-policy.ts'
import type { Listener, RecordedElectron } from './recorded-electron.ts'
import { MAIN_FRAME, startApp, startPreload } from './started-app.ts'
import { outOfSupport } from './supported-electron.ts'

// Numbers are those of Electron's security checklist, https://www.electronjs.org/docs/latest/tutorial/security
const SESSIONS = ['desk', 'print'].map((name) => `session.fromPartition(${name})`)
const product = readSources(['electron', 'src'])
const says = (found: RegExp): string[] =>
  product.filter(({ text }) => found.test(text)).map(({ path }) => path)

let electron: RecordedElectron
/** Preferences of every window the program makes. */
let preferences: Record<string, unknown>[]
beforeAll(async () => {
  electron = await startApp(temporaryFolder())
  const window = electron.given('new BrowserWindow').map(([options]) => options as { webPreferences: object })
  preferences = [...window, buildPrintWindowOptions()].map((options) => ({ ...options.webPreferences }))
}, 180_000)

/** Whether the contents of a window prevent `event`; every window's, for all are hardened as they are made. */
function prevents(event: string, details: object = {}): boolean {
  let prevented = false
  const given = new Map<string, Listener>()
  const contents = {
    on: (name: string, listener: Listener) => given.set(name, listener),
    setWindowOpenHandler: () => undefined,
  }
  for (const harden of electron.listeners('app', 'web-contents-created')) harden({}, contents)
  given.get(event)?.({
    ...details,
    preventDefault: () => {
      prevented = true
    },
  })
  return prevented
}

test('1 only secure content: the window opens our own page, no source names another place, no request leaves', () => {
  expect(electron.given('window.loadURL')).toEqual([['app://desk/index.html']])
  expect(foreignAddresses(product)).toEqual([])
  for (const session of SESSIONS) {
    const passes = (url: string): boolean => {
      let cancelled = false
      electron.handler(`${session}.webRequest.onBeforeRequest`)({ url }, (answer: { cancel: boolean }) => {
        cancelled = answer.cancel
      })
      return !cancelled
    }
    for (const url of ['app://desk/index.html', 'data:image/png;base64,', 'blob:app://desk/0'])
      expect([url, passes(url)]).toEqual([url, true])
    for (const url of [
      'https://a.example/',
      'http://127.0.0.1/',
      'ws://a.example/',
      'wss://a.example/',
      'ftp://a/',
    ])
      expect([url, passes(url)]).toEqual([url, false])
    for (const url of [
      'file:///etc/passwd',
      'chrome://version',
      'devtools://devtools/x',
      'xapp://desk',
      'about:app:',
    ])
      expect([url, passes(url)]).toEqual([url, false])
  }
})

test('2 no Node in the page, its frames or its workers', () => {
  expect(preferences).toHaveLength(2)
  for (const each of preferences) {
    expect(each).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false })
    expect(each).not.toHaveProperty('nodeIntegrationInWorker')
  }
})

test('3 the preload lives in a world of its own', () => {
  for (const each of preferences) expect(each.contextIsolation).toBe(true)
})

test('4 every page is a sandboxed process, asked for before the app is ready', () => {
  for (const each of preferences) expect(each.sandbox).toBe(true)
  const order = electron.calls.map(({ path }) => path)
  expect(order.indexOf('app.enableSandbox')).toBeGreaterThanOrEqual(0)
  expect(order.indexOf('app.enableSandbox')).toBeLessThan(order.indexOf('app.whenReady'))
  const switches = electron.given('app.commandLine.appendSwitch').map(([name]) => name)
  expect(switches).not.toContain('no-sandbox')
})

test('5 every permission is refused, asked or checked, but putting text on the clipboard', () => {
  const names = permissionsOf(readFileSync(join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8'))
  expect(names.length).toBeGreaterThan(40)
  for (const session of SESSIONS) {
    const requested = names.filter((name) => {
      let granted = false
      electron.handler(`${session}.setPermissionRequestHandler`)({}, name, (answer: boolean) => {
        granted = answer
      })
      return granted
    })
    const checked = names.filter((name) => electron.handler(`${session}.setPermissionCheckHandler`)({}, name))
    expect([requested, checked]).toEqual([['clipboard-sanitized-write'], ['clipboard-sanitized-write']])
    expect(electron.handler(`${session}.setDevicePermissionHandler`)({ deviceType: 'usb' })).toBe(false)
    const streams: unknown[] = []
    electron.handler(`${session}.setDisplayMediaRequestHandler`)({}, (given: unknown) => streams.push(given))
    expect(streams).toEqual([null])
  }
})

test('6 web security is never touched', () => {
  for (const each of preferences) expect(each).not.toHaveProperty('webSecurity')
  expect(says(/\bwebSecurity\b|disable-web-security/u)).toEqual([])
})

test('7 a content security policy under which nothing loads that is not named', () => {
  for (const policy of [PAGE_POLICY, MAIL_POLICY]) {
    expect(directivesOf(policy)).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    })
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|file:/u)
  }
  expect(directivesOf(PAGE_POLICY)['script-src']).toBe("'self'")
  expect(directivesOf(MAIL_POLICY)).not.toHaveProperty('script-src')
  expect(directivesOf(MAIL_POLICY)).toMatchObject({ sandbox: '' })
})

test('8 insecure content is never allowed', () => {
  for (const each of preferences) expect(each).not.toHaveProperty('allowRunningInsecureContent')
  expect(says(/allowRunningInsecureContent|allow-running-insecure-content/u)).toEqual([])
})

test('9 no experimental feature is on', () => {
  for (const each of preferences) expect(each).not.toHaveProperty('experimentalFeatures')
  expect(says(/experimentalFeatures|enable-experimental/u)).toEqual([])
})

test('10 no Blink feature is named', () => {
  for (const each of preferences) expect(each).not.toHaveProperty('enableBlinkFeatures')
  expect(says(/enableBlinkFeatures|enable-blink-features/iu)).toEqual([])
})

test('11 there is no web view, and so none that may pop up', () => {
  for (const each of preferences) expect(each.webviewTag).toBe(false)
  expect(says(/<webview|allowpopups/u)).toEqual([])
})

test('12 a web view that would be attached nevertheless is prevented', () => {
  expect(prevents('will-attach-webview')).toBe(true)
})

test('13 no page leaves its place, and a frame shows a mail and nothing else', () => {
  const mail = 'app://desk/content/messages/00000000-0000-4000-8000-00000000000a/body'
  for (const event of ['will-navigate', 'will-redirect'])
    for (const url of ['https://a.example/', 'app://desk/index.html', mail])
      expect([event, url, prevents(event, { url, isMainFrame: true })]).toEqual([event, url, true])
  const frame = (url: string, isMainFrame = false) => prevents('will-frame-navigate', { url, isMainFrame })
  expect([frame(mail), frame(mail, true)]).toEqual([false, true])
  const elsewhere = [
    'https://a.example/',
    'app://desk/index.html',
    'app://print/',
    'file:///etc/passwd',
    'data:text/html,x',
  ]
  for (const url of [
    ...elsewhere,
    'about:blank',
    '',
    mail.replace('desk', 'evil'),
    mail.replace('app:', 'http:'),
    `${mail}/..`,
  ])
    expect([url, frame(url)]).toEqual([url, true])
})

test('14 no window is opened', () => {
  const handlers: Listener[] = []
  const contents = {
    on: () => undefined,
    setWindowOpenHandler: (handler: Listener) => handlers.push(handler),
  }
  for (const harden of electron.listeners('app', 'web-contents-created')) harden({}, contents)
  expect(handlers.map((handler) => handler({ url: 'app://desk/index.html' }))).toEqual([{ action: 'deny' }])
})

test('15 nothing is handed to the operating system to open, but a folder to show', () => {
  expect(says(/openExternal|openPath|child_process.*\b(xdg-open|start)\b/u)).toEqual([])
  expect(says(/\bshell\./u)).toEqual(['electron/app/electron-dialogs.ts'])
  const dialogs = product.find(({ path }) => path === 'electron/app/electron-dialogs.ts')
  expect([...(dialogs?.text ?? '').matchAll(/shell\.(\w+)/gu)].map(([, name]) => name)).toEqual([
    'showItemInFolder',
  ])
})

test('16 the Electron that is shipped is still supported today', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  const today = new Date().toISOString().slice(0, 10)
  expect(outOfSupport(devDependencies.electron, today)).toBeNull()
  expect(outOfSupport('45.4.1', '2027-04-28')).toBe('Electron 45 was supported until 2027-04-27')
  expect(outOfSupport('30.0.0', today)).toBe('Electron 30 is not in the table of supported majors')
})

describe('17 every message is answered only after its sender is known', () => {
  test('there are two ways in, and no other listener', () => {
    expect(electron.given('ipcMain.handle').map(([name]) => name)).toEqual(['call', 'drop'])
    expect(says(/\bipcMain\b/u)).toEqual(['electron/main.ts'])
    expect(electron.calls.filter(({ path }) => /^ipcMain\.(?!handle$)/u.test(path))).toEqual([])
  })

  const ways = () => new Map(electron.given('ipcMain.handle').map(([name, run]) => [name, run as Listener]))

  test('our own page is answered', async () => {
    const answer = await ways().get('call')?.({ senderFrame: MAIN_FRAME }, 'vault.status', {})
    expect(answer).toMatchObject({ ok: true })
  })

  const disposed = new Proxy(
    {},
    {
      get: () => {
        throw new Error('Render frame was disposed')
      },
    },
  )
  test.each([
    ['no frame', null],
    ['a frame that is gone', disposed],
    ['a frame in the page', { ...MAIN_FRAME, parent: MAIN_FRAME }],
    ['a frame of another number', { ...MAIN_FRAME, routingId: 2 }],
    ['the same number in another process', { ...MAIN_FRAME, processId: 8 }],
    ['another page in our window', { ...MAIN_FRAME, url: 'https://a.example/' }],
    ['another host of our scheme', { ...MAIN_FRAME, url: 'app://print/index.html' }],
  ])('%s is not', async (_, senderFrame) => {
    expect(await ways().get('call')?.({ senderFrame }, 'vault.status', {})).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN', data: {} },
    })
    expect(await ways().get('drop')?.({ senderFrame }, ['/tmp/x'])).toEqual({ token: null })
  })
})

test('18 pages come by a scheme of our own, which has no privilege beyond a secure page', () => {
  expect(electron.given('protocol.registerSchemesAsPrivileged')).toEqual([
    [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
  ])
  expect(says(/\bloadFile\(|['"`]file:\/\//u)).toEqual([])
  for (const session of SESSIONS)
    expect(electron.given(`${session}.protocol.handle`).map(([scheme]) => scheme)).toEqual(['app'])
})

test('20 the page is given three functions and nothing of Electron', async () => {
  const preload = await startPreload()
  const [exposed] = preload.given('contextBridge.exposeInMainWorld') as [string, Record<string, Listener>][]
  expect(preload.given('contextBridge.exposeInMainWorld')).toHaveLength(1)
  expect(exposed?.[0]).toBe('bridge')
  expect(Object.keys(exposed?.[1] ?? {}).sort()).toEqual(['call', 'drop', 'on'])
  const heard: unknown[][] = []
  exposed?.[1].on?.('job', (...details: unknown[]) => heard.push(details))
  preload.listeners('ipcRenderer', 'job')[0]?.({ sender: 'Electron itself' }, 'payload')
  expect(heard).toEqual([['payload']])
  expect(await exposed?.[1].call?.('cases.list', {})).toEqual(['call', 'cases.list', {}])
  expect(says(/\bipcRenderer\b|\bcontextBridge\b/u)).toEqual(['electron/preload.ts'])
})

describe('beyond the list', () => {
  test('no name is resolved, no proxy answers, nothing runs in the background, no minidump is kept', () => {
    expect(electron.given('app.commandLine.appendSwitch')).toEqual([
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ['proxy-server', 'http://127.0.0.1:9'],
      ['disable-http-cache'],
      ['disable-background-networking'],
      ['disable-breakpad'],
    ])
    expect(electron.calls.filter(({ path }) => /crashReporter|autoUpdater|netLog/u.test(path))).toEqual([])
    expect(says(/crashReporter|autoUpdater/u)).toEqual([])
  })

  test('both sessions are offline, in memory, and download no dictionary', () => {
    expect(electron.given('session.fromPartition').map(([name]) => name)).toEqual(['desk', 'print'])
    for (const session of SESSIONS) {
      expect(electron.given(`${session}.enableNetworkEmulation`)).toEqual([[{ offline: true }]])
      expect(electron.given(`${session}.setSpellCheckerEnabled`)).toEqual([[false]])
    }
    for (const { partition, spellcheck, devTools } of preferences)
      expect([String(partition).startsWith('persist:'), spellcheck, devTools]).toEqual([false, false, false])
    expect(says(/defaultSession|persist:/u)).toEqual([])
  })
})
