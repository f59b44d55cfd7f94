import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { LAYERS, type Layer, type Site, siteOf } from './layers.ts'
import type { Vector } from './vectors.ts'

/** What became visible of hostile bodies while they were shown, each trace once. */
export interface Traces {
  readonly scripts: Set<string>
  readonly navigations: Set<string>
  readonly popups: Set<string>
  readonly dialogs: Set<string>
  readonly downloads: Set<string>
  /** Requests the page began that no policy stopped. */
  readonly requests: Set<string>
}

/** What a page may take to load where other tests have the processors, milliseconds. */
const LOAD_MS = 120_000
/** What a page is given after it is loaded, for refreshes, animations and hints, milliseconds. */
const SETTLE_MS = 200
/** What pressing every frame may take; a dialog can hold the page up, milliseconds. */
const PRESS_MS = 3_000

/** Vectors, the number that names this setting in every address, and the layers taken away. */
export interface Setting {
  readonly vectors: readonly Vector[]
  readonly number: number
  readonly without: readonly Layer[]
}

async function serve({ answer }: Site): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers))
      response.end(Buffer.from(await answered.arrayBuffer()))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Listens to everything a page could do. A trace is named by its address or text, never by the order of events. */
function watch(context: BrowserContext, origin: string): Traces {
  const traces: Traces = {
    scripts: new Set(),
    navigations: new Set(),
    popups: new Set(),
    dialogs: new Set(),
    downloads: new Set(),
    requests: new Set(),
  }
  // The error page of Chromium stands where a policy refused a frame.
  const isOwn = (url: string): boolean =>
    url.startsWith(origin) || /^(about:(blank|srcdoc)$|chrome-error:)/.test(url)
  let isFirst = true
  context.on('page', (page) => {
    if (!isFirst) {
      traces.popups.add(page.url())
      void page.close().catch(() => undefined)
      return
    }
    isFirst = false
    page.on('framenavigated', (frame) => {
      if (!isOwn(frame.url())) traces.navigations.add(frame.url())
    })
    page.on('download', (download) => traces.downloads.add(download.url()))
  })
  context.on('console', (message) => {
    if (/^ran-/.test(message.text())) traces.scripts.add(message.text())
  })
  context.on('dialog', (dialog) => {
    traces.dialogs.add(dialog.type())
    void dialog.dismiss().catch(() => undefined)
  })
  context.on('requestfinished', (request) => {
    if (!isOwn(request.url()) && !/^(data|blob):/.test(request.url())) traces.requests.add(request.url())
  })
  context.on('requestfailed', (request) => {
    // A reason of Chromium's own (`csp`, `origin`), or the network block of the product: it never reached the network.
    const why = request.failure()?.errorText ?? ''
    const hasLeft = why.startsWith('net::') && why !== 'net::ERR_BLOCKED_BY_CLIENT'
    if (/^(https?|wss?|ftp):/.test(request.url()) && !isOwn(request.url()) && hasLeft)
      traces.requests.add(`${request.url()} ${why}`)
  })
  return traces
}

/** Presses every frame once, as a curious reader would. */
async function pressAll(page: Page, count: number): Promise<void> {
  const perRow = Math.floor(1280 / 120)
  const session = await page.context().newCDPSession(page)
  const events = Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const place = { x: (at % perRow) * 120 + 50, y: Math.floor(at / perRow) * 90 + 40 }
    return ['mouseMoved', 'mousePressed', 'mouseReleased'].map((type) =>
      session.send('Input.dispatchMouseEvent', {
        type: type as 'mouseMoved',
        ...place,
        ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }),
      }),
    )
  })
  await Promise.race([Promise.allSettled(events), pause(PRESS_MS)])
  await session.detach()
}

async function showSome(page: Page, address: string, count: number): Promise<void> {
  await page.goto(address, { waitUntil: 'load', timeout: LOAD_MS })
  await pause(SETTLE_MS)
  await pressAll(page, count)
  await pause(SETTLE_MS)
}

/** As `webRequest.onBeforeRequest` in `electron/app/harden.ts`. */
async function blockRequests(context: BrowserContext, origin: string): Promise<void> {
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort('blockedbyclient'),
  )
}

/** Shows all vectors of a setting and gives what happened. Without any layer a vector may take its page away: fewer share one. */
export async function showAll(browser: Browser, setting: Setting): Promise<Traces> {
  const site = siteOf(setting.vectors, setting.number, setting.without)
  const server = await serve(site)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  const origin = `http://localhost:${address.port}`
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const traces = watch(context, origin)
  if (!setting.without.includes('network block')) await blockRequests(context, origin)
  const page = await context.newPage()
  const isBare = setting.without.length === LAYERS.length
  const atOnce = isBare ? 10 : 50
  for (let from = 0; from < site.bodies; from += atOnce) {
    const count = Math.min(atOnce, site.bodies - from)
    const shown = showSome(page, `${origin}/page/${from}/${count}`, count)
    // A page that a vector took away while it loaded is a trace, not a failure of this test.
    await (isBare ? shown.catch(() => undefined) : shown)
  }
  await context.close()
  server.closeAllConnections()
  server.close()
  return traces
}
