/** One page layout for a rendered document; A4 portrait unless said otherwise. */
export interface PrintJob {
  /** A whole HTML document. Its only resources are `assets` and the app's fonts; it runs no script. */
  html: string
  /** Images the document shows, by the name it uses: `<img src="assets/NAME">`. */
  assets: ReadonlyMap<string, { contentType: string; bytes: Uint8Array }>
  landscape?: boolean
}

/**
 * Turns HTML into PDF with the Chromium engine: a hidden window in the app, a headless Chromium on the command line.
 * Page margins come from the document's own `@page` rule. Opens no network connection.
 */
export interface PdfRenderer {
  render(job: PrintJob): Promise<Uint8Array>
  close(): Promise<void>
}
