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

const gone = ['Inspector.targetCrashed', 'Inspector.detached']

/** A page that has not loaded by then never will; the largest seen took five seconds. */
const loadTimeoutMs = 60_000

interface Loading {
  job: PrintJob
  loaded(): void
  failed(reason: DocumentError): void
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
      return Buffer.from(printed.parse(result).data, 'base64')
    } catch (error) {
      await this.#drop()
      throw error instanceof DocumentError ? error : new DocumentError('PRINT_FAILED')
    }
  }

  /** Opens a job's page and waits until it, its fonts and its images are there. */
  async #load(job: PrintJob, send: Send): Promise<void> {
    const { promise: loaded, resolve, reject } = Promise.withResolvers<void>()
    this.#loading = { job, loaded: resolve, failed: reject }
    const timer = setTimeout(() => reject(new DocumentError('PRINT_FAILED')), loadTimeoutMs)
    try {
      const navigation = send('Page.navigate', { url: `${origin}${printPage}` })
      const [answer] = await Promise.all([navigation, loaded])
      if (navigated.parse(answer).errorText !== undefined) throw new DocumentError('PRINT_FAILED')
    } finally {
      clearTimeout(timer)
    }
  }

  async #start(): Promise<{ process: ChromiumProcess; sessionId: string }> {
    const process = await startChromium(this.#executable, (method, params, session) => {
      if (method === 'Page.loadEventFired') this.#loading?.loaded()
      if (gone.includes(method)) this.#loading?.failed(new DocumentError('CHROMIUM_FAILED'))
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
    const job = this.#loading?.job
    const { url } = request
    const response =
      job && url.startsWith(origin) ? servePrint(url.slice(origin.length), job, this.#fonts) : null
    const sent = response
      ? cdp.send(
          'Fetch.fulfillRequest',
          {
            requestId,
            responseCode: response.status,
            responseHeaders: [
              { name: 'Content-Type', value: response.contentType },
              { name: 'Cache-Control', value: response.cacheControl },
            ],
            body: Buffer.from(response.bytes).toString('base64'),
          },
          sessionId,
        )
      : cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, sessionId)
    sent.catch(() => undefined) // a page gone in the meantime needs no answer
  }

  async #drop(): Promise<void> {
    const browser = this.#browser
    this.#browser = null
    await browser?.then(({ process }) => process.close()).catch(() => undefined)
  }
}
