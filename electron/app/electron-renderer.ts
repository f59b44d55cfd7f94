import { BrowserWindow, type Session } from 'electron'
import { DocumentError } from '../documents/document-error.ts'
import type { Fonts } from '../documents/pdf/fonts.ts'
import type { PdfRenderer, PrintJob } from '../documents/pdf/pdf-renderer.ts'
import { printPage, servePrint } from '../documents/pdf/print-site.ts'
import { COMMON_HEADERS } from './content-security.ts'
import { buildPrintWindowOptions } from './window-options.ts'

/**
 * Prints in a hidden window of its own session, one job after the other; scripts are off, and only the job is served. The
 * window stays for the next job, because the fonts then stay decoded; between jobs it is empty.
 */
export class ElectronRenderer implements PdfRenderer {
  readonly #fonts: Fonts
  #window: BrowserWindow | undefined
  #served: PrintJob | undefined
  #queue: Promise<unknown> = Promise.resolve()
  /** Of another one than the present, a job is no more wanted. */
  #lease = 0

  constructor(session: Session, fonts: Fonts) {
    this.#fonts = fonts
    session.protocol.handle('app', (request) => this.#answer(new URL(request.url)))
  }

  /** @throws DocumentError PRINT_FAILED */
  render(job: PrintJob): Promise<Uint8Array> {
    const lease = this.#lease
    const turn = this.#queue.then(() => {
      if (lease !== this.#lease) throw new DocumentError('PRINT_FAILED')
      return this.#print(job)
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  /** Ends the window, with its process and what it drew; jobs that wait or run fail. The next job gets a new window. */
  discard(): void {
    this.#lease += 1
    this.#served = undefined
    this.#window?.destroy()
    this.#window = undefined
    this.#queue = Promise.resolve()
  }

  async close(): Promise<void> {
    await this.#queue
    this.#window?.destroy()
    this.#window = undefined
  }

  async #print(job: PrintJob): Promise<Uint8Array> {
    if (!this.#window || this.#window.isDestroyed())
      this.#window = new BrowserWindow(buildPrintWindowOptions())
    const window = this.#window
    try {
      this.#served = job
      await window.loadURL(`app://print/${printPage}`)
      return await window.webContents.printToPDF({
        landscape: job.landscape ?? false,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: false, // structure is lost when pages are copied into the bundle
      })
    } catch {
      window.destroy()
      throw new DocumentError('PRINT_FAILED')
    } finally {
      this.#served = undefined
      if (!window.isDestroyed()) await window.loadURL('about:blank').catch(() => window.destroy())
    }
  }

  #answer(url: URL): Response {
    if (!this.#served || url.host !== 'print') return new Response(null, { status: 404 })
    const { status, contentType, cacheControl, bytes } = servePrint(
      url.pathname.slice(1),
      this.#served,
      this.#fonts,
    )
    return new Response(Buffer.from(bytes), {
      status,
      headers: { ...COMMON_HEADERS, 'cache-control': cacheControl, 'content-type': contentType },
    })
  }
}
