import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cancelable } from './cancelable.ts'
import { CommandLine } from './command-line.ts'
import { runtime } from './runtime.ts'
import { SingleInstance } from './single-instance.ts'

interface OpenWindow {
  close(): void
  isDestroyed(): boolean
}

const nothing = (): void => {}

class App extends EventEmitter {
  readonly commandLine = new CommandLine()
  readonly isPackaged = false
  readonly #windows = new Set<OpenWindow>()
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  readonly #instance = new SingleInstance()
  #isReady = false
  #quitting = false

  enableSandbox = nothing
  disableHardwareAcceleration = nothing
  setAppUserModelId = nothing
  setAboutPanelOptions = nothing
  focus = nothing
  configureHostResolver = nothing

  get name(): string {
    return runtime.launch.name
  }

  set name(name: string) {
    runtime.launch.name = name
  }

  getName = (): string => runtime.launch.name
  setName = (name: string): void => {
    runtime.launch.name = name
  }
  getVersion = (): string => runtime.launch.version
  getAppPath = (): string => runtime.launch.appDir
  getLocale = (): string => runtime.launch.locale
  getSystemLocale = (): string => runtime.launch.locale
  getPreferredSystemLanguages = (): string[] => [runtime.launch.locale]
  isReady = (): boolean => this.#isReady
  whenReady = (): Promise<void> => this.#ready.promise

  /** Throws for a name Electron does not know either. */
  getPath(name: string): string {
    const known = this.#paths.get(name) ?? this.#defaultPath(name)
    if (known === undefined) throw new Error(`Failed to get '${name}' path`)
    return known
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  #defaultPath(name: string): string | undefined {
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const userData = this.#paths.get('userData') ?? join(config, this.name)
    const paths: Record<string, string> = {
      home: homedir(),
      appData: config,
      userData,
      sessionData: userData,
      temp: tmpdir(),
      exe: process.execPath,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      desktop: join(homedir(), 'Desktop'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
    }
    return paths[name]
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    return this.#instance.request(this.getPath('userData'), additionalData, (knock) => {
      this.emit('second-instance', {}, knock.argv, knock.workingDirectory, knock.additionalData)
    })
  }

  hasSingleInstanceLock = (): boolean => this.#instance.held
  releaseSingleInstanceLock = (): void => this.#instance.release()

  /** Closes every window and ends, unless a listener of `before-quit`, `close` or `will-quit` prevents it. */
  quit(): void {
    if (this.#quitting) return
    this.#quitting = this.#mayProceed('before-quit') && this.#closeWindows() && this.#mayProceed('will-quit')
    if (this.#quitting) this.exit(0)
  }

  /** Ends without asking. */
  exit(code = 0): void {
    this.#quitting = true
    this.emit('quit', {}, code)
    const end = (): never => process.exit(code)
    void runtime.stopBrowsers().then(end, end)
  }

  #mayProceed(event: 'before-quit' | 'will-quit'): boolean {
    const cancelable = new Cancelable()
    this.emit(event, cancelable)
    return !cancelable.defaultPrevented
  }

  #closeWindows(): boolean {
    this.#quitting = true // The last window going must not start this again.
    return [...this.#windows].every((window) => {
      window.close()
      return window.isDestroyed()
    })
  }

  /** For boot: Chromium runs, windows may be made. */
  becomeReady(): void {
    this.#isReady = true
    this.#ready.resolve()
    this.emit('ready', {}, {})
  }

  /** For BrowserWindow. */
  windowOpened(window: OpenWindow): void {
    this.#windows.add(window)
    this.emit('browser-window-created', {}, window)
  }

  /** For BrowserWindow: with the last one the application ends, unless it listens and decides for itself. */
  windowClosed(window: OpenWindow): void {
    this.#windows.delete(window)
    if (this.#windows.size > 0 || this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }
}

export const app = new App()
