import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { type Box, boundsAfter, concat, type Matrix } from './matrix.ts'

/** An appearance to draw: the form XObject, and the operator that puts it where the annotation stood. */
export interface FlatAppearance {
  stream: PDFRef
  place: string
}

const hidden = 2 | 32 // flags Hidden and NoView (ISO 32000-1, table 165)
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * What a page's annotations show (a seal, a filled field, a note drawn on a scan), to be made part of the page: a signed
 * contract's seal is often nothing but a widget. Links and pop-ups show nothing of their own and are left out.
 */
export function flattenAnnotations(page: PDFPage): FlatAppearance[] {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.flatMap((entry) => {
    const annotation = page.doc.context.lookup(entry)
    return annotation instanceof PDFDict ? (appearanceOf(annotation) ?? []) : []
  })
}

function appearanceOf(annotation: PDFDict): FlatAppearance | null {
  const flags = annotation.lookup(PDFName.of('F'))
  if (flags instanceof PDFNumber && (flags.asNumber() & hidden) !== 0) return null
  if (annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')) return null
  const rect = boxIn(annotation, 'Rect')
  const stream = normalAppearance(annotation)
  const form = stream && annotation.context.lookup(stream)
  if (!rect || !stream || !(form instanceof PDFStream)) return null
  const numbers = numbersIn(form.dict, 'Matrix')
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers ?? identity
  const shown = boundsAfter([a, b, c, d, e, f], boxIn(form.dict, 'BBox') ?? rect)
  if (shown.width === 0 || shown.height === 0) return null
  // ISO 32000-1, 12.5.5, algorithm 8.1: the transformed box is stretched onto the annotation's rectangle
  const [sx, sy] = [rect.width / shown.width, rect.height / shown.height]
  return { stream, place: concat([sx, 0, 0, sy, rect.x - sx * shown.x, rect.y - sy * shown.y]) }
}

/** The normal appearance; of several states (a checkbox) the one the annotation is in. */
function normalAppearance(annotation: PDFDict): PDFRef | null {
  const appearances = annotation.lookup(PDFName.of('AP'))
  if (!(appearances instanceof PDFDict)) return null
  const normal = appearances.get(PDFName.of('N'))
  if (normal instanceof PDFRef && annotation.context.lookup(normal) instanceof PDFStream) return normal
  const states = appearances.lookup(PDFName.of('N'))
  const state = annotation.lookup(PDFName.of('AS'))
  if (!(states instanceof PDFDict && state instanceof PDFName)) return null
  const chosen = states.get(state)
  return chosen instanceof PDFRef ? chosen : null
}

function numbersIn(dict: PDFDict, key: string): number[] | null {
  const array = dict.lookup(PDFName.of(key))
  if (!(array instanceof PDFArray)) return null
  const numbers = array.asArray().map((entry) => dict.context.lookup(entry))
  return numbers.every((entry) => entry instanceof PDFNumber)
    ? numbers.map((entry) => entry.asNumber())
    : null
}

function boxIn(dict: PDFDict, key: string): Box | null {
  const [left, bottom, right, top] = numbersIn(dict, key) ?? []
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null
  return {
    x: Math.min(left, right),
    y: Math.min(bottom, top),
    width: Math.abs(right - left),
    height: Math.abs(top - bottom),
  }
}
