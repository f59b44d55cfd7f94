import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib'

/** A bookmark, its page by index, and those below it. `open` shows them unfolded. */
export interface Bookmark {
  title: string
  page: number
  open: boolean
  children: Bookmark[]
}

/** Writes the document outline (ISO 32000-1, 12.3.3) and asks viewers to show it. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document
  const pages = document.getPages().map((page) => page.ref)
  const root = PDFDict.withContext(context)
  root.set(PDFName.of('Type'), PDFName.of('Outlines'))
  const rootRef = context.register(root)
  root.set(PDFName.of('Count'), PDFNumber.of(writeLevel(root, rootRef, bookmarks, pages)))
  catalog.set(PDFName.of('Outlines'), rootRef)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Writes one level below `parent` and answers how many of its bookmarks are visible when `parent` is open. */
function writeLevel(
  parent: PDFDict,
  parentRef: PDFRef,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFRef[],
): number {
  const { context } = parent
  const refs = bookmarks.map(() => context.nextRef())
  let visible = 0
  for (const [at, bookmark] of bookmarks.entries()) {
    const [ref, page] = [refs[at], pages[bookmark.page]]
    if (!ref || !page) continue
    const item = PDFDict.withContext(context)
    context.assign(ref, item)
    item.set(PDFName.of('Title'), PDFHexString.fromText(bookmark.title))
    item.set(PDFName.of('Parent'), parentRef)
    // the top of the page, and the reader's own zoom
    item.set(PDFName.of('Dest'), context.obj([page, 'XYZ', 0, 842, null]))
    const [before, after] = [refs[at - 1], refs[at + 1]]
    if (before) item.set(PDFName.of('Prev'), before)
    if (after) item.set(PDFName.of('Next'), after)
    const below = writeLevel(item, ref, bookmark.children, pages)
    // a closed bookmark counts its children as negative
    if (below > 0) item.set(PDFName.of('Count'), PDFNumber.of(bookmark.open ? below : -below))
    visible += 1 + (bookmark.open ? below : 0)
  }
  const [first, last] = [refs[0], refs.at(-1)]
  if (first && last) {
    parent.set(PDFName.of('First'), first)
    parent.set(PDFName.of('Last'), last)
  }
  return visible
}
