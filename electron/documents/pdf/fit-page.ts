import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { flattenAnnotations } from './flatten-annotations.ts'
import { type Box, concat, uprightMatrix } from './matrix.ts'
import { bandMm, landscape, pointsPerMm, portrait, type SheetSize } from './sheet.ts'

/** `bands`: shrunk so that the stamp bands stay free. `whole`: our own page, whose margins leave them free already. */
export type Fit = 'bands' | 'whole'

const kept = new Set(['Type', 'Parent', 'Group'])

/**
 * Turns a page, in place, into an upright A4 sheet that shows exactly what was visible of it: cropped and turned pages
 * as a viewer shows them, annotations drawn in, actions and scripts gone. The content becomes a form XObject, so that
 * nothing it leaves open can touch the stamp.
 */
export function fitPage(page: PDFPage, fit: Fit): void {
  const { context } = page.doc
  const seen = visibleBox(page)
  const rotation = ((page.getRotation().angle % 360) + 360) % 360
  const turned = rotation % 180 !== 0
  const [seenWidth, seenHeight] = turned ? [seen.height, seen.width] : [seen.width, seen.height]
  const sheet = seenWidth > seenHeight ? landscape : portrait
  const { scale, left, bottom } = placeOn(sheet, seenWidth, seenHeight, fit, userUnit(page))

  const objects = PDFDict.withContext(context)
  const draw: string[] = []
  const content = contentForm(page, seen)
  if (content) {
    objects.set(PDFName.of('P'), content)
    draw.push('/P Do')
  }
  for (const [at, { stream, place }] of flattenAnnotations(page).entries()) {
    objects.set(PDFName.of(`A${at}`), stream)
    draw.push(`q ${place} /A${at} Do Q`)
  }
  const clip = `${seen.x} ${seen.y} ${seen.width} ${seen.height} re W n`
  const matrix = uprightMatrix(seen, rotation, scale, left, bottom)
  const operators = `q ${concat(matrix)} ${clip}\n${draw.join('\n')}\nQ\n`

  for (const key of page.node.keys()) if (!kept.has(key.decodeText())) page.node.delete(key)
  page.node.set(PDFName.of('MediaBox'), context.obj([0, 0, sheet.width, sheet.height]))
  page.node.set(PDFName.of('CropBox'), context.obj([0, 0, sheet.width, sheet.height]))
  page.node.set(PDFName.of('Rotate'), PDFNumber.of(0))
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: objects }))
  page.node.set(PDFName.of('Contents'), context.register(context.stream(operators)))
}

/** The crop box inside the media box: what a viewer shows. Throws where nothing is left of it. */
function visibleBox(page: PDFPage): Box {
  const media = page.getMediaBox()
  const crop = page.getCropBox()
  const x = Math.max(media.x, crop.x)
  const y = Math.max(media.y, crop.y)
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y
  if (!(width > 0 && height > 0)) throw new RangeError('empty page box')
  return { x, y, width, height }
}

function userUnit(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'))
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1
}

function placeOn(
  sheet: SheetSize,
  width: number,
  height: number,
  fit: Fit,
  unit: number,
): { scale: number; left: number; bottom: number } {
  const floor = fit === 'bands' ? bandMm.bottom * pointsPerMm : 0
  const free = sheet.height - (fit === 'bands' ? (bandMm.top + bandMm.bottom) * pointsPerMm : 0)
  // never enlarged; our own pages differ from A4 by Chromium's rounding only
  const scale = Math.min(unit, sheet.width / width, free / height)
  return { scale, left: (sheet.width - width * scale) / 2, bottom: floor + (free - height * scale) / 2 }
}

/** The page's content as one form XObject; a single stream keeps its bytes, several are joined by a line end. */
function contentForm(page: PDFPage, seen: Box): PDFRef | null {
  const { context } = page.doc
  const contents = page.node.Contents()
  if (contents === undefined) return null
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((entry) => context.lookup(entry)) : [contents]
  const raw = streams.filter((stream) => stream instanceof PDFStream)
  const [only] = raw
  if (only === undefined) return null
  const form =
    raw.length === 1 && only instanceof PDFRawStream
      ? PDFRawStream.of(only.dict.clone(context), only.contents)
      : context.flateStream(Buffer.concat(raw.flatMap((stream) => [decoded(stream), lineEnd])))
  const entries = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [seen.x, seen.y, seen.x + seen.width, seen.y + seen.height],
    // the reference, where there is one: pages that share their resources go on sharing them
    Resources: page.node.getInheritableAttribute(PDFName.of('Resources')) ?? {},
  }
  for (const [key, value] of Object.entries(entries)) form.dict.set(PDFName.of(key), context.obj(value))
  return context.register(form)
}

const lineEnd = Buffer.from('\n')

function decoded(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
}
