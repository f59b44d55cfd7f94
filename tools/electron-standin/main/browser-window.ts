import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Browser } from '../chromium/browser.ts'
import { app } from './app.ts'
import { Cancelable } from './cancelable.ts'
import { WebContents } from './web-contents.ts'

const windows = new Map<number, BrowserWindow>()

const nothing = (): void => {}

/** A window, which is a Chromium page. Headed, the first shown one is a real application window. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  #title: string
  #visible: boolean
  #destroyed = false
  #size: { width: number; height: number }

  focus = nothing
  blur = nothing
  center = nothing
  minimize = nothing
  maximize = nothing
  unmaximize = nothing
  restore = nothing
  moveTop = nothing
  removeMenu = nothing
  setMenu = nothing
  setIcon = nothing
  setMinimumSize = nothing
  setProgressBar = nothing
  setBackgroundColor = nothing
  setContentProtection = nothing
  setMenuBarVisibility = nothing
  setAutoHideMenuBar = nothing

  isVisible = (): boolean => this.#visible
  isFocused = (): boolean => this.#visible
  isMinimized = (): boolean => false
  isMaximized = (): boolean => false
  isFullScreen = (): boolean => false
  isDestroyed = (): boolean => this.#destroyed
  getTitle = (): string => this.#title

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    refuseUnsafe(options)
    const { width = 800, height = 600, show = true, title = app.name } = options
    this.#visible = show
    this.#title = title
    this.#size = { width, height }
    this.webContents = new WebContents(options)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.on('page-title-updated', (_event, title: string) => this.#onTitle(title))
    this.webContents.on('close-requested', () => this.close())
    this.webContents.on('standin-window-allowed', (url: string) => void new BrowserWindow().loadURL(url))
    windows.set(this.id, this)
    app.windowOpened(this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().findLast((window) => window.isVisible()) ?? null
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null
  }

  get id(): number {
    return this.webContents.id
  }

  get title(): string {
    return this.#title
  }

  set title(title: string) {
    this.#title = title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadURL(pathToFileURL(path).href)
  }

  show(): void {
    this.#visible = true
    this.emit('show')
  }

  showInactive(): void {
    this.show()
  }

  hide(): void {
    this.#visible = false
    this.emit('hide')
  }

  getBounds(): Rectangle {
    return { x: 0, y: 0, ...this.#size }
  }

  getSize(): number[] {
    return [this.#size.width, this.#size.height]
  }

  setSize(width: number, height: number): void {
    this.#size = { width, height }
    void this.#withPage((browser, targetId) => browser.resize(targetId, width, height))
  }

  setBounds({ width = this.#size.width, height = this.#size.height }: Partial<Rectangle>): void {
    this.setSize(width, height)
  }

  close(): void {
    const event = new Cancelable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    this.#markDestroyed()
    void this.#withPage((browser, targetId) => browser.closePage(targetId))
  }

  /** The page is gone, by `destroy` or because its user closed it; then no listener can prevent it. */
  #markDestroyed(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this.id)
    this.webContents.markDestroyed()
    this.emit('closed')
    app.windowClosed(this)
  }

  pageGone(): void {
    if (!this.#destroyed) this.emit('close', new Cancelable())
    this.#markDestroyed()
  }

  #onTitle(title: string): void {
    const event = new Cancelable()
    this.emit('page-title-updated', event, title)
    if (!event.defaultPrevented) this.#title = title
  }

  async #withPage(act: (browser: Browser, targetId: string) => Promise<void>): Promise<void> {
    const page = await this.webContents.opened.catch(nothing)
    if (page) await act(page.browser, page.targetId)
  }
}

/** What the stand-in cannot give it must not seem to give. */
function refuseUnsafe({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const { contextIsolation = true, nodeIntegration = false, sandbox = true } = webPreferences
  if (!contextIsolation || nodeIntegration || !sandbox)
    throw new Error('the stand-in has sandboxed pages only: contextIsolation, sandbox, no nodeIntegration')
}

/** For boot: pages that Chromium or its user closed close their windows. */
export function followBrowser(browser: Browser): void {
  const windowOf = (targetId: string): BrowserWindow | null =>
    BrowserWindow.fromWebContents(WebContents.fromDevToolsTargetId(targetId))
  browser.on('page-gone', (targetId) => windowOf(targetId)?.pageGone())
  browser.on('gone', () => {
    for (const window of BrowserWindow.getAllWindows()) window.pageGone()
    app.quit()
  })
}
