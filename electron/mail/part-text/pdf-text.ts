import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { failed, none, type PartText, TextCollector, textFound } from './part-text.ts'

/** Pages of one document that are read. */
const MOST_PAGES = 5_000

/** What tells which characters the codes of Chinese, Japanese and Korean fonts mean: beside the built program, else in the package. */
function cmapFolder(): string {
  const built = [join(import.meta.dirname, 'cmaps'), join(import.meta.dirname, '../cmaps')]
  return (
    built.find((folder) => existsSync(folder)) ??
    join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')
  )
}

/** Gives the reader its tables from the disk, in whatever process it runs, and nothing else from anywhere. */
class TablesOnDisk {
  /** What the reader calls it; it reads a file. */
  readonly fetch = async ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
    if (kind !== 'cMapUrl') throw new Error('NOT_NEEDED')
    return new Uint8Array(await readFile(join(cmapFolder(), basename(filename))))
  }
}

let loaded: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | null = null

/** Loaded when it is needed, for most mail has no PDF; its worker runs in this very process, which is a worker already. */
function loadPdfjs() {
  loaded ??= (async () => {
    // Painting needs these; nothing is painted.
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
      Object.assign(globalThis, { [name]: Reflect.get(globalThis, name) ?? class {} })
    // @ts-expect-error: its worker comes without types; loading it is all that is asked of it
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return loaded
}

const reasonOf = (error: unknown): PartText =>
  error instanceof Error && error.name === 'PasswordException' ? failed('ENCRYPTED') : failed('DAMAGED')

/** The text of a PDF, page by page. One of scanned pages has none. Never throws for what it holds. */
export async function pdfText(bytes: Buffer): Promise<PartText> {
  const { getDocument, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: TablesOnDisk,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const collected = new TextCollector()
    for (let at = 1; at <= Math.min(document.numPages, MOST_PAGES) && !collected.isFull; at += 1) {
      const page = await document.getPage(at)
      const { items } = await page.getTextContent()
      for (const item of items) if ('str' in item) collected.add(item.hasEOL ? `${item.str}\n` : item.str)
      collected.add('\n\n')
      page.cleanup()
    }
    return collected.text.trim() === '' ? none('NO_TEXT') : textFound(collected.text)
  } catch (error) {
    return reasonOf(error)
  } finally {
    await task.destroy()
  }
}
