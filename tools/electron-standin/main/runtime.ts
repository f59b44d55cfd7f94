import type { Browser } from '../chromium/browser.ts'

/** What `boot.ts` learned from the command line and the application's package.json. */
interface Launch {
  appDir: string
  name: string
  version: string
  headed: boolean
  locale: string
}

type StartBrowser = (front: boolean) => Promise<Browser>

/** The one run this process is: what it was started with, and its browsers once there are any. */
class Runtime {
  readonly launch: Launch = { appDir: '.', name: 'electron', version: '0', headed: false, locale: 'en-US' }
  readonly #started = Promise.withResolvers<StartBrowser>()
  #front: Promise<Browser> | undefined
  #backstage: Promise<Browser> | undefined

  /** For boot: from now on there may be browsers. */
  allowBrowsers(start: StartBrowser): void {
    this.#started.resolve(start)
  }

  /** The browser whose windows are shown, or would be. */
  front(): Promise<Browser> {
    this.#front ??= this.#started.promise.then((start) => start(true))
    return this.#front
  }

  /**
   * Where windows live that are never shown. At a desk that is a headless browser of their own: Chromium can hide
   * a page there, but not print what it hides.
   */
  backstage(): Promise<Browser> {
    if (!this.launch.headed) return this.front()
    this.#backstage ??= this.#started.promise.then((start) => start(false))
    return this.#backstage
  }

  async stopBrowsers(): Promise<void> {
    await Promise.all([this.#front, this.#backstage].map(async (browser) => (await browser)?.stop()))
  }
}

export const runtime = new Runtime()
