import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'
import { syncFolder, TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { diskFault } from '../../platform/fault.ts'
import { claim, type ExportTarget, makeEmptyFile } from './export-target.ts'

/** fflate deflates this much in about 10 ms here: the window stays free. */
const SLICE_BYTES = 256 * 1024

/** A PDF or a DOCX is compressed already. */
const COMPRESSED = /\.(pdf|docx|xlsx|zip|png|jpe?g)$/iu

/** An export as a ZIP file inside `folder`. Entries stand in the order added and bear the plain date `day`. */
export async function openZipTarget(folder: string, name: string, day: string): Promise<ExportTarget> {
  const path = await claim(folder, { name, extension: '.zip' }, makeEmptyFile)
  const unfinished = join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
  const handle = await open(unfinished, 'wx')
  const waiting: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    waiting.push(chunk)
  })
  const drain = async () => {
    for (const chunk of waiting.splice(0)) await handle.writeFile(chunk)
  }
  // A ZIP date is local time without a zone: made of local parts, it reads the same everywhere.
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const mtime = new Date(year, month - 1, date)

  return {
    path,
    async add(inside, bytes) {
      const entry = new ZipDeflate(inside, { level: COMPRESSED.test(inside) ? 0 : 6 })
      entry.mtime = mtime
      zip.add(entry)
      try {
        for (let start = 0; start === 0 || start < bytes.length; start += SLICE_BYTES) {
          const end = start + SLICE_BYTES
          entry.push(bytes.subarray(start, end), end >= bytes.length)
          await drain()
          await setImmediate()
        }
      } catch (error) {
        throw diskFault(error)
      }
    },
    async publish() {
      zip.end()
      await drain()
      await handle.sync()
      await handle.close()
      await rename(unfinished, path)
      await syncFolder(folder)
    },
    async discard() {
      zip.terminate()
      await handle.close().catch(() => undefined)
      await rm(unfinished, { force: true })
      await rm(path, { force: true })
    },
  }
}
