import { z } from 'zod'
import { DocumentError } from '../document-error.ts'
import { type ChromiumProcess, startChromium } from './chromium-process.ts'
import type { Fonts } from './fonts.ts'
import type { PdfRenderer, PrintJob } from './pdf-renderer.ts'
import { printPage, servePrint } from './print-site.ts'

const origin = 'https://print.invalid/'

const requestPaused = z.object({ requestId: z.string(), request: z.object({ url: z.string() }) })
const attached = z.object({ sessionId: z.string() })
const created = z.object({ targetId: z.string() })
const navigated = z.object({ errorText: z.string().optional() })
const printed = z.object({ data: z.string() })

/** A page that has not loaded by then never will; the largest seen took five seconds. */
const loadTimeoutMs = 60_000

interface Loading {
  job: PrintJob | null
  root: string
  loaded(): void
}

type Send = (method: string, params?: object) => Promise<unknown>

/**
 * A `PdfRenderer` over the system's Chromium, for the command line. One browser and one tab stay open between jobs,
 * which run one after the other; scripts are off, every request is answered here or refused.
 */
export class ChromiumRenderer implements PdfRenderer {
  readonly #executable: string
  readonly #fonts: Fonts
  #browser: Promise<{ process: ChromiumProcess; sessionId: string }> | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #loading: Loading | null = null
  #count = 0

  constructor(executable: string, fonts: Fonts) {
    this.#executable = executable
    this.#fonts = fonts
  }

  /** Throws `CHROMIUM_FAILED` where the browser does not start or ends, `PRINT_FAILED` where the page does not print. */
  async render(job: PrintJob): Promise<Uint8Array> {
    const turn = this.#queue.then(() => this.#print(job))
    this.#queue = turn.catch(() => undefined)
    return await turn
  }

  async close(): Promise<void> {
    await this.#queue
    await this.#drop()
  }

  async #print(job: PrintJob): Promise<Uint8Array> {
    this.#browser ??= this.#start()
    try {
      const { process, sessionId } = await this.#browser
      const send: Send = (method, params) => process.cdp.send(method, params, sessionId)
      await this.#load(job, send)
      const result = await send('Page.printToPDF', {
        landscape: job.landscape ?? false,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: false, // structure is lost when pages are copied into the bundle
      })
      await this.#load(null, send) // nothing of a case stays open between jobs
      return Buffer.from(printed.parse(result).data, 'base64')
    } catch (error) {
      await this.#drop()
      throw error instanceof DocumentError ? error : new DocumentError('PRINT_FAILED')
    }
  }

  /** Opens a job's page, or an empty one, and waits until it and its fonts and images are there. */
  async #load(job: PrintJob | null, send: Send): Promise<void> {
    this.#count += 1
    const root = `${origin}${this.#count}/`
    const { promise: loaded, resolve, reject } = Promise.withResolvers<void>()
    this.#loading = { job, root, loaded: resolve }
    const timer = setTimeout(() => reject(new DocumentError('PRINT_FAILED')), loadTimeoutMs)
    try {
      const url = job ? `${root}${printPage}` : 'about:blank'
      const [answer] = await Promise.all([send('Page.navigate', { url }), loaded])
      if (navigated.parse(answer).errorText !== undefined) throw new DocumentError('PRINT_FAILED')
    } finally {
      clearTimeout(timer)
    }
  }

  async #start(): Promise<{ process: ChromiumProcess; sessionId: string }> {
    const process = await startChromium(this.#executable, (method, params, session) => {
      if (method === 'Page.loadEventFired') this.#loading?.loaded()
      if (method === 'Fetch.requestPaused') this.#answer(process, requestPaused.parse(params), session)
    })
    try {
      const { targetId } = created.parse(
        await process.cdp.send('Target.createTarget', { url: 'about:blank' }),
      )
      const target = await process.cdp.send('Target.attachToTarget', { targetId, flatten: true })
      const { sessionId } = attached.parse(target)
      await process.cdp.send('Page.enable', {}, sessionId)
      await process.cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId)
      await process.cdp.send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId)
      return { process, sessionId }
    } catch (error) {
      await process.close()
      throw error
    }
  }

  #answer(
    { cdp }: ChromiumProcess,
    { requestId, request }: z.infer<typeof requestPaused>,
    sessionId: string | undefined,
  ): void {
    const { job = null, root = '' } = this.#loading ?? {}
    const response =
      job && request.url.startsWith(root)
        ? servePrint(request.url.slice(root.length), job, this.#fonts)
        : null
    const sent = response
      ? cdp.send(
          'Fetch.fulfillRequest',
          {
            requestId,
            responseCode: response.status,
            responseHeaders: [
              { name: 'Content-Type', value: response.contentType },
              { name: 'Cache-Control', value: 'no-store' },
              { name: 'Access-Control-Allow-Origin', value: origin.slice(0, -1) },
            ],
            body: Buffer.from(response.bytes).toString('base64'),
          },
          sessionId,
        )
      : cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, sessionId)
    sent.catch(() => undefined) // a page gone in the meantime needs no answer
  }

  async #drop(): Promise<void> {
    const browser = this.#browser
    this.#browser = null
    await browser?.then(({ process }) => process.close()).catch(() => undefined)
  }
}
