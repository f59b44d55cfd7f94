import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** A link found in a printed document: the page by index, where it stands on it, and the address behind it. */
export interface FoundLink {
  page: number
  rect: number[]
  uri: string
}

/** The web links of a page, as Chromium writes them. */
export function findLinks(page: PDFPage, index: number): FoundLink[] {
  const entries = page.node.Annots()?.asArray() ?? []
  return entries.flatMap((entry) => {
    const annotation = page.doc.context.lookup(entry)
    if (!(annotation instanceof PDFDict)) return []
    const action = annotation.lookup(PDFName.of('A'))
    const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined
    if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return []
    const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
    return [{ page: index, rect: [x, y, x + width, y + height], uri: uri.decodeText() }]
  })
}

/** Puts links on a bundle page that lead to other pages of the same bundle. */
export function writeLinks(
  page: PDFPage,
  links: readonly { rect: readonly number[]; target: PDFRef }[],
): void {
  const { context } = page.doc
  const refs = links.map(({ rect, target }) =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [...rect],
        Border: [0, 0, 0],
        F: 4, // printed like the page, as archives want it
        Dest: [target, 'Fit'],
      }),
    ),
  )
  if (refs.length > 0) page.node.set(PDFName.of('Annots'), context.obj(refs))
}
