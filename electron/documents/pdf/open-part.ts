import { EncryptedPDFError, PDFDocument, PDFName, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import { type EmbeddedImage, embedPng, ImageTooLarge } from './embed-png.ts'
import { readExifOrientation } from './exif-orientation.ts'
import { type Fit, fitPage } from './fit-page.ts'
import { type FoundLink, findLinks } from './list-links.ts'
import { concat, imageMatrix } from './matrix.ts'
import { bandMm, landscape, pointsPerMm, portrait } from './sheet.ts'
import type { PrintableKind } from './sniff-file.ts'

/** `print` is a PDF of our own renderer, whose margins leave the stamp bands free. */
export type PartKind = PrintableKind | 'print'

export type PartProblem = 'ENCRYPTED' | 'DAMAGED' | 'EMPTY' | 'TOO_LARGE'

/** The sheets of a file, and the web links that stood on them: a sheet itself leads nowhere outside the bundle. */
export interface OpenPart {
  pages: PDFPage[]
  links: FoundLink[]
  /** The bundle's objects made for this part: above the first number, up to the second. */
  objects: readonly [number, number]
}

export type OpenedPart = OpenPart | { problem: PartProblem }

/**
 * Takes the pages of one file into `bundle`, as A4 sheets not yet in its page tree. A file that cannot be shown is
 * answered with why, and leaves nothing behind.
 */
export async function openPart(bundle: PDFDocument, kind: PartKind, bytes: Uint8Array): Promise<OpenedPart> {
  const { context } = bundle
  const before = context.largestObjectNumber
  try {
    const part =
      kind === 'png' || kind === 'jpeg'
        ? { pages: [await openImage(bundle, kind, bytes)], links: [] }
        : await openPdf(bundle, bytes, kind === 'print' ? 'whole' : 'bands')
    if (part.pages.length === 0) return { problem: 'EMPTY' }
    return { ...part, objects: [before, context.largestObjectNumber] }
  } catch (error) {
    dropObjects(bundle, [before, context.largestObjectNumber])
    if (error instanceof EncryptedPDFError) return { problem: 'ENCRYPTED' }
    return { problem: error instanceof ImageTooLarge ? 'TOO_LARGE' : 'DAMAGED' }
  }
}

/** Takes out of the bundle what was made for one part. */
export function dropObjects({ context }: PDFDocument, [above, upTo]: OpenPart['objects']): void {
  for (let number = above + 1; number <= upTo; number += 1) context.delete(PDFRef.of(number))
}

async function openPdf(bundle: PDFDocument, bytes: Uint8Array, fit: Fit): Promise<Omit<OpenPart, 'objects'>> {
  const source = await loadPdf(bytes)
  const links = source.getPages().flatMap((page, at) => findLinks(page, at))
  for (const page of source.getPages()) fitPage(page, fit)
  return { pages: await bundle.copyPages(source, source.getPageIndices()), links }
}

/** A PDF that opens without asking (encrypted with an empty user password, as banks do) is opened the same way here. */
async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const options = { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY }
  try {
    return await PDFDocument.load(bytes, options)
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw error
    try {
      return await PDFDocument.load(bytes, { ...options, password: '' })
    } catch {
      throw error
    }
  }
}

/** An image upright on a sheet: at 96 pixels an inch, smaller where it would not fit, never larger. */
async function openImage(bundle: PDFDocument, kind: 'png' | 'jpeg', bytes: Uint8Array): Promise<PDFPage> {
  const image = kind === 'png' ? await embedPng(bundle, bytes) : await embedJpeg(bundle, bytes)
  const orientation = kind === 'jpeg' ? readExifOrientation(bytes) : 1
  const [width, height] = orientation > 4 ? [image.height, image.width] : [image.width, image.height]
  const sheet = width > height ? landscape : portrait
  const side = 12 * pointsPerMm
  const floor = (bandMm.bottom + 3) * pointsPerMm
  const free = {
    width: sheet.width - 2 * side,
    height: sheet.height - floor - (bandMm.top + 3) * pointsPerMm,
  }
  const scale = Math.min(72 / 96, free.width / width, free.height / height)
  const place = {
    x: (sheet.width - width * scale) / 2,
    y: floor + (free.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  }
  const page = PDFPage.create(bundle)
  page.setSize(sheet.width, sheet.height)
  const { context } = bundle
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { P: image.ref } }))
  const operators = `q ${concat(imageMatrix(orientation, place))} /P Do Q\n`
  page.node.set(PDFName.of('Contents'), context.register(context.stream(operators)))
  return page
}

/** A JPEG goes in as it is: PDF reads it with its own filter. */
async function embedJpeg(bundle: PDFDocument, bytes: Uint8Array): Promise<EmbeddedImage> {
  const image = await bundle.embedJpg(bytes)
  await image.embed()
  return image
}
