import type { Fonts } from './fonts.ts'
import type { PrintJob } from './pdf-renderer.ts'

export interface PrintResponse {
  status: 200 | 404
  contentType: string
  /** `no-store` for everything of a case; the fonts may stay in the browser's memory. */
  cacheControl: string
  bytes: Uint8Array
}

/** Where a job's document lies below the adapter's own origin; its resources lie beside it. */
export const printPage = 'index.html'

function respond(contentType: string, bytes: Uint8Array, cacheControl = 'no-store'): PrintResponse {
  return { status: 200, contentType, cacheControl, bytes }
}

/**
 * What a job's little site answers to a path below its root: the document, the job's assets, the app's fonts; nothing
 * else exists. Both adapters of `PdfRenderer` serve from here, over their own scheme. Serve every job below the same
 * root: the fonts then stay decoded in the browser's memory, and a page prints in half the time.
 */
export function servePrint(path: string, job: PrintJob, fonts: Fonts): PrintResponse {
  if (path === printPage) return respond('text/html; charset=utf-8', Buffer.from(job.html))
  if (path === 'fonts/regular.ttf') return respond('font/ttf', fonts.regular, 'max-age=86400, immutable')
  if (path === 'fonts/bold.ttf') return respond('font/ttf', fonts.bold, 'max-age=86400, immutable')
  const name = /^assets\/(.+)$/.exec(path)?.[1]
  const asset = name === undefined ? undefined : job.assets.get(decodeURIComponent(name))
  if (asset) return respond(asset.contentType, asset.bytes)
  return { status: 404, contentType: 'text/plain', cacheControl: 'no-store', bytes: new Uint8Array() }
}
