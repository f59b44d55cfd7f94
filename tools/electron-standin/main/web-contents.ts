import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, PrintToPDFOptions, WebPreferences } from 'electron'
import type { Browser, BrowserPage } from '../chromium/browser.ts'
import type { CdpSession } from '../chromium/connection.ts'
import { app } from './app.ts'
import { Cancelable } from './cancelable.ts'
import { Frames, type WebFrame } from './frames.ts'
import { ipcMain } from './ipc-main.ts'
import { nativeTheme } from './native-theme.ts'
import { PageBridge } from './page-bridge.ts'
import { printToPdf } from './print-to-pdf.ts'
import { guardRequests } from './request-gate.ts'
import { runtime } from './runtime.ts'
import { fromWeb, toWeb } from './schemes.ts'
import { type Session, session } from './session.ts'

type OpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: string }

interface OpenPage extends BrowserPage {
  browser: Browser
  frames: Frames
  bridge: PageBridge
}

const byTarget = new Map<string, WebContents>()
let lastId = 0

const nothing = (): void => {}

/** One page and the application's hold on it. The page opens in the background; what needs it waits. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: Session
  readonly opened: Promise<OpenPage>
  readonly #preferences: WebPreferences
  #page: OpenPage | undefined
  #openHandler: OpenHandler | undefined
  /** Set while a navigation the application itself asked for has not made its first request. */
  #expected: string | undefined
  #destroyed = false

  openDevTools = nothing
  closeDevTools = nothing
  setWebRTCIPHandlingPolicy = nothing
  setBackgroundThrottling = nothing
  isDevToolsOpened = (): boolean => false
  isDestroyed = (): boolean => this.#destroyed
  readonly navigationHistory = {
    clear: (): void => void this.#page?.session.send('Page.resetNavigationHistory').catch(nothing),
  }
  getLastWebPreferences = (): WebPreferences => this.#preferences

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.#preferences = options.webPreferences ?? {}
    this.session = session.fromPartition(this.#preferences.partition ?? '')
    this.opened = this.#open(options)
    this.opened.catch(nothing) // Chromium went away first: whoever waits is told, the window closes.
    app.emit('web-contents-created', {}, this)
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return byTarget.get(targetId)
  }

  static fromId(id: number): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.id === id)
  }

  static getAllWebContents(): WebContents[] {
    return [...byTarget.values()]
  }

  get mainFrame(): WebFrame | undefined {
    return this.#page?.frames.main
  }

  getURL(): string {
    return this.mainFrame?.url ?? ''
  }

  /** Resolves when the page has loaded; rejects with Chromium's reason, without the address. */
  async loadURL(url: string): Promise<void> {
    const { session: page } = await this.opened
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    this.#expected = url
    const { errorText, loaderId } = await page.send('Page.navigate', { url: toWeb(url) })
    if (errorText) throw new Error(errorText)
    if (loaderId) await loaded // None: only the fragment changed.
  }

  reload(): void {
    this.#expected = this.getURL()
    void this.#page?.session.send('Page.reload')
  }

  send(channel: string, ...args: unknown[]): void {
    this.#page?.bridge.send(channel, args)
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { session: page } = await this.opened
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    const { session: page } = await this.opened
    return printToPdf(page, options)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  close(): void {
    this.emit('close-requested')
  }

  /** For BrowserWindow. */
  markDestroyed(): void {
    this.#destroyed = true
    if (this.#page) byTarget.delete(this.#page.targetId)
    this.emit('destroyed')
  }

  async #open({
    width = 800,
    height = 600,
    show = true,
  }: BrowserWindowConstructorOptions): Promise<OpenPage> {
    // Without a preload nobody can use the page: a window that starts hidden then is one to print from.
    const backstage = !show && this.#preferences.preload === undefined
    const browser = await (backstage ? runtime.backstage() : runtime.front())
    const target = await browser.openPage({ width, height })
    const { session: page, targetId } = target
    byTarget.set(targetId, this)
    await browser.resize(targetId, width, height)
    const frames = new Frames(targetId)
    const bridge = new PageBridge(page, frames, {
      onInvoke: (frame, channel, args) => this.#answer(frame, channel, args),
      onSend: (frame, channel, args) => ipcMain.emit(channel, this.#event(frame), ...args),
      onOpen: (url) => this.#onWindowOpen(fromWeb(url), ''),
    })
    this.#page = { ...target, browser, frames, bridge }
    this.#follow(page, frames)
    await this.#prepare(page, targetId)
    return this.#page
  }

  async #prepare(page: CdpSession, mainFrameId: string): Promise<void> {
    const { preload, javascript = true } = this.#preferences
    await page.send('Page.enable')
    await page.send('Runtime.enable')
    if (preload) await this.#page?.bridge.install(preload, preloadProcess())
    if (!javascript) await page.send('Emulation.setScriptExecutionDisabled', { value: true })
    await guardRequests(page, {
      mainFrameId,
      webContentsId: this.id,
      session: this.session,
      mayNavigate: (frameId, url) => this.#mayNavigate(frameId, url),
    })
    if (this.session.offline) await this.#emulateNetwork(page)
    if (nativeTheme.themeSource !== 'system') await this.#emulateTheme(page)
    this.#whileAlive(this.session, 'network-emulation', () => this.#emulateNetwork(page))
    this.#whileAlive(nativeTheme, 'updated', () => this.#emulateTheme(page))
  }

  #follow(page: CdpSession, frames: Frames): void {
    frames.follow(page, (frame) => {
      if (frame === frames.main) this.emit('did-navigate', {}, frame.url)
    })
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    page.on('Page.loadEventFired', () => {
      this.emit('did-finish-load', {})
      // A page that was on its way to another process when the network went can have come through without hearing of it.
      if (this.session.offline) this.#emulateNetwork(page).catch(nothing)
      this.#readTitle().catch(nothing) // It may be on its way to the next page.
    })
    page.on('Page.windowOpen', ({ url, windowName }) => this.#onWindowOpen(fromWeb(url), windowName))
    page.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    )
  }

  /** Popups themselves are closed by Browser; what the application allows becomes a window of its own. */
  #onWindowOpen(url: string, frameName: string): void {
    const { action } = this.#openHandler?.({ url, frameName, disposition: 'new-window' }) ?? {
      action: 'allow',
    }
    if (action === 'allow') this.emit('standin-window-allowed', url)
  }

  #mayNavigate(frameId: string, url: string): boolean {
    const frame = this.#page?.frames.get(frameId)
    const isMainFrame = frameId === this.#page?.frames.main.frameToken
    if (isMainFrame && (this.#expected !== undefined || url === this.getURL())) {
      this.#expected = undefined
      return true
    }
    const event = Object.assign(new Cancelable(), {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: frame ?? null,
    })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  #event(frame: WebFrame): object {
    return {
      sender: this,
      senderFrame: frame,
      processId: 0,
      frameId: 0,
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    }
  }

  async #answer(frame: WebFrame, channel: string, args: unknown[]): Promise<unknown> {
    try {
      return await ipcMain.answer(channel, this.#event(frame), args)
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      throw error
    }
  }

  async #emulateNetwork(page: CdpSession): Promise<void> {
    const { offline } = this.session
    await page.send('Network.enable')
    await page.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  }

  async #emulateTheme(page: CdpSession): Promise<void> {
    const { themeSource } = nativeTheme
    const value = themeSource === 'system' ? '' : themeSource
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  /** Chromium reports no change of title; the one a page has when it has loaded is the one a window shows. */
  async #readTitle(): Promise<void> {
    const title = await this.executeJavaScript('document.title')
    if (title !== '') this.emit('page-title-updated', {}, title)
  }

  #whileAlive(source: EventEmitter, event: string, act: () => Promise<void>): void {
    const listener = (): void => void act().catch(nothing) // The page may be closing right now.
    source.on(event, listener)
    this.once('destroyed', () => source.off(event, listener))
  }
}

/** What a sandboxed preload finds as `process`. */
function preloadProcess(): object {
  return {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: process.platform,
    arch: process.arch,
    env: {},
    versions: { node: process.versions.node, electron: process.versions.electron },
  }
}
