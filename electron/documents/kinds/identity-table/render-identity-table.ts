import { DocumentError } from '../../document-error.ts'
import type { PdfRenderer } from '../../pdf/pdf-renderer.ts'
import { composeIdentityTable } from './compose-identity-table.ts'
import type { IdentityTable } from './model.ts'

/** The table as a PDF. Throws `DocumentError` where it cannot be printed. */
export async function renderIdentityTable(table: IdentityTable, renderer: PdfRenderer): Promise<Uint8Array> {
  try {
    return await renderer.render({ html: composeIdentityTable(table), assets: new Map(), landscape: true })
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : new DocumentError('PRINT_FAILED', { cause })
  }
}
