import type { Session, WebContents } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { hardenChromium, hardenContents, hardenSession } from './harden.ts'

type Listener = (...details: unknown[]) => unknown

/** Stands where Electron's object would and keeps what is given to it, by method or event. */
function recorder(): { given: Map<string, unknown[]>; object: object } {
  const given = new Map<string, unknown[]>()
  const object: object = new Proxy(
    {},
    {
      get: (_target, method: string) => {
        if (method === 'webRequest' || method === 'commandLine') return object
        return (...details: unknown[]) => given.set(method === 'on' ? `on ${details[0]}` : method, details)
      },
    },
  )
  return { given, object }
}

describe('a session', () => {
  let given: Map<string, unknown[]>
  beforeEach(() => {
    const session = recorder()
    hardenSession(session.object as Session)
    given = session.given
  })
  const first = (method: string) => given.get(method)?.[0] as Listener

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'fullscreen',
    'display-capture',
    'unknown',
  ])('5: grants no %s', (permission) => {
    let granted: unknown
    first('setPermissionRequestHandler')({}, permission, (answer: unknown) => {
      granted = answer
    })
    expect([granted, first('setPermissionCheckHandler')({}, permission)]).toEqual([false, false])
  })

  test('5: grants copying, which the copy buttons need, and no device', () => {
    expect(first('setPermissionCheckHandler')({}, 'clipboard-sanitized-write')).toBe(true)
    expect(first('setDevicePermissionHandler')({})).toBe(false)
  })

  test.each([
    ['app://desk/index.html', false],
    ['data:image/png;base64,', false],
    ['blob:app://desk/0', false],
    ['https://example.org/pixel.gif', true],
    ['http://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['ws://example.org/', true],
    ['chrome://version', true],
    ['xapp://desk', true],
  ])('a request to %s is cancelled: %j', (url, cancelled) => {
    let answer: unknown
    first('onBeforeRequest')({ url }, (given_: unknown) => {
      answer = given_
    })
    expect(answer).toEqual({ cancel: cancelled })
  })

  test('is offline, and downloads no dictionary', () => {
    expect(given.get('enableNetworkEmulation')).toEqual([{ offline: true }])
    expect(given.get('setSpellCheckerEnabled')).toEqual([false])
  })
})

test('12 to 14: a page opens no window, goes nowhere and attaches no web view', () => {
  const { given, object } = recorder()
  hardenContents(object as WebContents)
  const [opening] = given.get('setWindowOpenHandler') ?? []
  expect((opening as Listener)()).toEqual({ action: 'deny' })
  for (const event of ['will-attach-webview', 'will-navigate', 'will-redirect']) {
    let prevented = 0
    const listener = given.get(`on ${event}`)?.[1] as Listener
    listener({ preventDefault: () => (prevented += 1) })
    expect(prevented, event).toBe(1)
  }
})

test('Chromium starts sandboxed and finds no host', () => {
  const switches = new Map<string, string | undefined>()
  let sandboxed = false
  hardenChromium({
    enableSandbox: () => {
      sandboxed = true
    },
    commandLine: {
      appendSwitch: (name: string, value?: string) => void switches.set(name, value),
    } as Electron.CommandLine,
  })
  expect(sandboxed).toBe(true)
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  expect(switches.get('proxy-server')).toBe('http://127.0.0.1:9')
  expect([...switches.keys()]).toContain('disable-background-networking')
})
