import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import { syncFolder } from '../../platform/durable-file.ts'
import { diskFault } from '../../platform/fault.ts'
import {
  claim,
  draftIn,
  type ExportPlace,
  type ExportTarget,
  makeEmptyFile,
  type RememberPlace,
  removeEmpty,
} from './export-target.ts'

/** Compresses in Node's thread pool: the window stays free, however large the file. */
const deflate = promisify(deflateRaw)

/** A PDF or a DOCX is compressed already. */
const COMPRESSED = /\.(pdf|docx|xlsx|zip|png|jpe?g)$/iu
/** Method 8 of a ZIP (APPNOTE 4.4.5). */
const DEFLATED = 8
/** As much as is summed in a few milliseconds. */
const PIECE_BYTES = 4_194_304

/** An export as a ZIP file inside `folder`. Entries stand in the order added and bear the plain date `day`. */
export async function openZipTarget(
  folder: string,
  { name, day }: { name: string; day: string },
  remember: RememberPlace,
): Promise<ExportTarget> {
  const draft = draftIn(folder)
  const path = await claim(folder, { name, extension: '.zip' }, makeEmptyFile, (place) =>
    remember({ path: place, draft }),
  )
  const handle = await openDraft({ path, draft })
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
  let published = false

  return {
    path,
    async add(inside, bytes) {
      try {
        const deflated = await deflate(bytes, { level: COMPRESSED.test(inside) ? 0 : 6 })
        const entry = {
          filename: inside,
          size: bytes.length,
          crc: await sumOf(bytes),
          compression: DEFLATED,
          mtime,
        }
        const added: ZipInputFile = entry
        zip.add(added)
        added.ondata?.(null, deflated, true)
        await drain()
      } catch (error) {
        throw diskFault(error)
      }
    },
    async publish() {
      zip.end()
      await drain()
      await handle.sync()
      await handle.close()
      await rename(draft, path)
      published = true
      await syncFolder(folder)
    },
    async discard() {
      zip.terminate()
      await handle.close().catch(() => undefined)
      await rm(draft, { force: true })
      if (published) await rm(path, { force: true })
      else await removeEmpty(path)
    },
  }
}

async function openDraft(place: ExportPlace): Promise<FileHandle> {
  try {
    return await open(place.draft, 'wx')
  } catch (error) {
    await rm(place.path, { force: true })
    throw diskFault(error)
  }
}

async function sumOf(bytes: Uint8Array): Promise<number> {
  let sum = 0
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (start > 0) await setImmediate()
    sum = crc32(bytes.subarray(start, start + PIECE_BYTES), sum)
  }
  return sum
}
