import type { Fonts } from './fonts.ts'
import type { PrintJob } from './pdf-renderer.ts'

export interface PrintResponse {
  status: 200 | 404
  contentType: string
  bytes: Uint8Array
}

/** Where a job's document lies below the adapter's own origin; its resources lie beside it. */
export const printPage = 'index.html'

const nothing: PrintResponse = { status: 404, contentType: 'text/plain', bytes: new Uint8Array() }

/**
 * What a job's little site answers to a path below its root: the document, the job's assets, the app's fonts; nothing
 * else exists. Both adapters of `PdfRenderer` serve from here, over their own scheme.
 */
export function servePrint(path: string, job: PrintJob, fonts: Fonts): PrintResponse {
  const [folder, name] = path.split('/', 2)
  if (path === printPage) {
    return { status: 200, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(job.html) }
  }
  if (path === 'fonts/regular.ttf' || path === 'fonts/bold.ttf') {
    const bytes = path === 'fonts/bold.ttf' ? fonts.bold : fonts.regular
    return { status: 200, contentType: 'font/ttf', bytes }
  }
  if (folder !== 'assets' || name === undefined) return nothing
  const asset = job.assets.get(decodeURIComponent(path.slice('assets/'.length)))
  return asset ? { status: 200, ...asset } : nothing
}
