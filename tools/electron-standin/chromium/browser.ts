import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { CdpConnection, CdpSession } from './connection.ts'
import { launchChromium } from './launch.ts'
import { makeProfile, removeProfile } from './profile.ts'
import type { Protocol } from './protocol.ts'
import { chromiumArguments, type SwitchOptions } from './switches.ts'

export interface BrowserPage {
  targetId: string
  session: CdpSession
}

export interface PageSize {
  width: number
  height: number
}

interface BrowserEvents {
  'page-gone': [targetId: string]
  gone: []
}

const GOODBYE_MS = 1500

/** One Chromium for one run: its process, its profile, and the pages somebody here asked for; no others live. */
export class Browser extends EventEmitter<BrowserEvents> {
  readonly #connection: CdpConnection
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #headed: boolean
  readonly #attached = new Map<string, PromiseWithResolvers<CdpSession>>()
  readonly #creating = new Set<Promise<string>>()
  readonly #firstWindow = Promise.withResolvers<string>()
  #context: { browserContextId?: string } = {}
  #firstWindowSeen = false
  #firstWindowTaken = false

  private constructor(connection: CdpConnection, child: ChildProcess, profile: string, headed: boolean) {
    super()
    this.#connection = connection
    this.#process = child
    this.#profile = profile
    this.#headed = headed
    process.once('exit', () => {
      child.kill('SIGKILL')
      removeProfile(profile)
    })
  }

  static async start(
    binary: string,
    options: Omit<SwitchOptions, 'profile'>,
    byPort: boolean,
  ): Promise<Browser> {
    const profile = makeProfile()
    const { connection, process: child } = await launchChromium(
      binary,
      chromiumArguments({ ...options, profile }),
      profile,
      byPort,
    )
    const browser = new Browser(connection, child, profile, options.headed)
    await browser.#watch()
    if (!byPort) await browser.#keepInMemory()
    return browser
  }

  /** A page of its own, blank and attached. Headed, the first is the window Chromium opened with. */
  async openPage(size: PageSize): Promise<BrowserPage> {
    const adopt = this.#headed && !this.#firstWindowTaken
    if (adopt) this.#firstWindowTaken = true
    const creating = adopt ? this.#firstWindow.promise : this.#create(size)
    this.#creating.add(creating)
    try {
      const targetId = await creating
      const attached = this.#attachment(targetId)
      return { targetId, session: await attached.promise }
    } finally {
      this.#creating.delete(creating)
    }
  }

  async closePage(targetId: string): Promise<void> {
    await this.#connection.send('Target.closeTarget', { targetId }).catch(() => {}) // It may be gone already.
  }

  /** Resizes a real window; a headless page has the size it was made with. */
  async resize(targetId: string, width: number, height: number): Promise<void> {
    if (!this.#headed) return
    const { windowId } = await this.#connection.send('Browser.getWindowForTarget', { targetId })
    await this.#connection.send('Browser.setWindowBounds', { windowId, bounds: { width, height } })
  }

  /** Ends Chromium, politely and then not, and removes its profile. */
  async stop(): Promise<void> {
    this.removeAllListeners()
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const left = once(this.#process, 'exit')
      void this.#connection.send('Browser.close').catch(() => {})
      await Promise.race([left, delay(GOODBYE_MS)])
      this.#process.kill('SIGKILL')
      await left
    }
    removeProfile(this.#profile)
  }

  /**
   * Pages opened from here on leave no history on disk; Chromium's own switch covers only the window it starts with.
   * A test driver sees nothing but the default context, so its pages stay there.
   */
  async #keepInMemory(): Promise<void> {
    const { browserContextId } = await this.#connection.send('Target.createBrowserContext', {
      disposeOnDetach: true,
    })
    this.#context = { browserContextId }
  }

  async #create(size: PageSize): Promise<string> {
    const { targetId } = await this.#connection.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
      ...this.#context,
    })
    return targetId
  }

  async #watch(): Promise<void> {
    const on = this.#connection
    on.on('Target.attachedToTarget', (event) => void this.#onAttached(event))
    on.on('Target.targetDestroyed', ({ targetId }) => {
      this.#attached.delete(targetId)
      this.emit('page-gone', targetId)
    })
    this.#process.once('exit', () => this.emit('gone'))
    await on.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    await on.send('Target.setDiscoverTargets', { discover: true })
    await on.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    })
  }

  /** A page nobody here asked for is a popup: it is closed while it still waits, before its first request. */
  async #onAttached({ sessionId, targetInfo }: Protocol.Target.attachedToTargetPayload): Promise<void> {
    const { targetId } = targetInfo
    const session = this.#connection.session(sessionId)
    const isFirstWindow = this.#headed && !this.#firstWindowSeen
    this.#firstWindowSeen = true
    if (isFirstWindow) this.#firstWindow.resolve(targetId)
    const ours = await Promise.allSettled(this.#creating)
    const isOurs =
      isFirstWindow || ours.some((made) => made.status === 'fulfilled' && made.value === targetId)
    if (!isOurs) return this.closePage(targetId)
    await session.send('Runtime.runIfWaitingForDebugger')
    this.#attachment(targetId).resolve(session)
  }

  #attachment(targetId: string): PromiseWithResolvers<CdpSession> {
    const known = this.#attached.get(targetId) ?? Promise.withResolvers<CdpSession>()
    this.#attached.set(targetId, known)
    return known
  }
}
