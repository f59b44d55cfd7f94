/** One call of the program on Electron: where, as `session.fromPartition(desk).setPermissionCheckHandler`, and with what. */
export interface Call {
  path: string
  args: readonly unknown[]
}

export type Listener = (...details: unknown[]) => unknown

/** Everything of Electron that a main process or a preload may import. */
const MODULES = [
  ...['app', 'autoUpdater', 'BaseWindow', 'BrowserView', 'BrowserWindow', 'clipboard', 'contentTracing'],
  ...['contextBridge', 'crashReporter', 'desktopCapturer', 'dialog', 'globalShortcut', 'inAppPurchase'],
  ...[
    'ipcMain',
    'ipcRenderer',
    'Menu',
    'MenuItem',
    'MessageChannelMain',
    'nativeImage',
    'nativeTheme',
    'net',
  ],
  ...[
    'netLog',
    'Notification',
    'powerMonitor',
    'powerSaveBlocker',
    'protocol',
    'pushNotifications',
    'safeStorage',
  ],
  ...['screen', 'session', 'ShareMenu', 'shell', 'systemPreferences', 'TouchBar', 'Tray', 'utilityProcess'],
  ...['webContents', 'webFrameMain', 'webFrame', 'webUtils', 'WebContentsView', 'View'],
] as const

/**
 * Stands where the module `electron` would and keeps every call, in order. What a call gives back can be called on;
 * `answers` says what else it gives, by path. A `new` is a call of the path `new Name`.
 */
export class RecordedElectron {
  readonly calls: Call[] = []
  readonly #answers: Readonly<Record<string, (...args: unknown[]) => unknown>>
  readonly #nodes = new Map<string, object>()

  constructor(answers: Readonly<Record<string, (...args: unknown[]) => unknown>>) {
    this.#answers = answers
  }

  /** What `import … from 'electron'` gives. */
  get module(): Record<string, unknown> {
    return Object.fromEntries(MODULES.map((name) => [name, this.#node(name)]))
  }

  /** The calls on this path, each as what was given. */
  given(path: string): (readonly unknown[])[] {
    return this.calls.filter((call) => call.path === path).map(({ args }) => args)
  }

  /** The first thing given in the last call on this path; fails where there was none. */
  handler(path: string): Listener {
    const [handler] = this.given(path).at(-1) ?? []
    if (typeof handler !== 'function') throw new TypeError(`Nothing was registered with ${path}`)
    return handler as Listener
  }

  /** What listens to `event` of the object at `path`. */
  listeners(path: string, event: string): Listener[] {
    return ['on', 'once', 'addListener']
      .flatMap((way) => this.given(`${path}.${way}`))
      .filter(([name]) => name === event)
      .map(([, listener]) => listener as Listener)
  }

  #node(path: string): object {
    const known = this.#nodes.get(path)
    if (known) return known
    const target = function recorded() {}
    const node = new Proxy(target, {
      get: (_target, key) =>
        typeof key === 'symbol' || key === 'then' ? undefined : this.#node(`${path}.${key}`),
      apply: (_target, _self, args) => this.#call(path, args),
      construct: (_target, args) => this.#call(`new ${path}`, args) as object,
    })
    this.#nodes.set(path, node)
    return node
  }

  #call(path: string, args: readonly unknown[]): unknown {
    this.calls.push({ path, args })
    const answer = this.#answers[path]
    if (answer) return answer(...args)
    return this.#node(typeof args[0] === 'string' ? `${path}(${args[0]})` : path)
  }
}
