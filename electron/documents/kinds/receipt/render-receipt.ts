import { DocumentError } from '../../document-error.ts'
import type { PdfRenderer } from '../../pdf/pdf-renderer.ts'
import { composeReceipt } from './compose-receipt.ts'
import type { ReceiptPage } from './model.ts'

/** The receipt as a PDF of one page. Throws `DocumentError` where it cannot be printed. */
export async function renderReceipt(page: ReceiptPage, renderer: PdfRenderer): Promise<Uint8Array> {
  try {
    return await renderer.render({ html: composeReceipt(page), assets: new Map() })
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : new DocumentError('PRINT_FAILED', { cause })
  }
}
