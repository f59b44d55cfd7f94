import type { PrintToPDFOptions } from 'electron'
import type { CdpSession } from '../chromium/connection.ts'
import type { Protocol } from '../chromium/protocol.ts'

const CHUNK_BYTES = 1 << 20

/** Inches, as in Electron. */
const PAGE_SIZES: Record<string, { width: number; height: number }> = {
  A0: { width: 33.1, height: 46.8 },
  A1: { width: 23.4, height: 33.1 },
  A2: { width: 16.54, height: 23.4 },
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
  Tabloid: { width: 11, height: 17 },
  Ledger: { width: 17, height: 11 },
}

/** Electron's `webContents.printToPDF`; rejects for a page size it does not know. */
export async function printToPdf(page: CdpSession, options: PrintToPDFOptions): Promise<Buffer> {
  const { stream } = await page.send('Page.printToPDF', toParameters(options))
  if (stream === undefined) throw new Error('Failed to generate PDF')
  const parts: Buffer[] = []
  for (let done = false; !done; ) {
    const { data, eof, base64Encoded } = await page.send('IO.read', { handle: stream, size: CHUNK_BYTES })
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    done = eof
  }
  await page.send('IO.close', { handle: stream })
  return Buffer.concat(parts)
}

function toParameters(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins = {}, landscape = false, scale = 1, pageRanges = '' } = options
  const size = typeof pageSize === 'string' ? PAGE_SIZES[pageSize] : pageSize
  if (!size) throw new Error(`Invalid pageSize ${pageSize}`)
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins
  return {
    paperWidth: size.width,
    paperHeight: size.height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    landscape,
    scale,
    pageRanges,
    printBackground: options.printBackground ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  }
}
