import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import { type BundlePlan, exhibitLink, type PlannedExhibit } from './bundle-plan.ts'
import type { Fonts } from './fonts.ts'
import { writeLinks } from './list-links.ts'
import { dropObjects, type OpenPart, openPart, type PartKind, type PartProblem } from './open-part.ts'
import { type Bookmark, writeOutline } from './outline.ts'
import { stampFont } from './stamp-font.ts'
import { type StampFonts, stampPage } from './stamp-page.ts'

export interface Opened {
  pageCount: number
}

/** A bundle being put together: files are opened one by one, then everything is composed once. Reads no clock. */
export interface BundleDraft {
  /** Takes a file in under a number of the caller's; a file that cannot be shown is answered with why. */
  open(part: number, kind: PartKind, bytes: Uint8Array): Promise<Opened | { problem: PartProblem }>
  /** Takes an opened file out again, as if it had never been there. */
  discard(part: number): void
  /**
   * The bundle as PDF: pages in the plan's order, each stamped, the printed number being the PDF page. `onPages` hears
   * how many pages are stamped. Throws a RangeError where the plan names a part that was not opened.
   */
  compose(plan: BundlePlan, fonts: Fonts, onPages: (done: number, total: number) => void): Promise<Uint8Array>
}

export async function draftBundle(): Promise<BundleDraft> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const parts = new Map<number, OpenPart>()
  return {
    async open(part, kind, bytes) {
      const opened = await openPart(document, kind, bytes)
      if ('problem' in opened) return opened
      parts.set(part, opened)
      return { pageCount: opened.pages.length }
    },
    discard(part) {
      dropObjects(document, partOf(parts, part).objects)
      parts.delete(part)
    },
    compose: (plan, fonts, onPages) => composeBundle(document, parts, plan, fonts, onPages),
  }
}

type Parts = ReadonlyMap<number, OpenPart>

function partOf(parts: Parts, part: number): OpenPart {
  const opened = parts.get(part)
  if (!opened) throw new RangeError('part not opened')
  return opened
}

async function composeBundle(
  document: PDFDocument,
  parts: Parts,
  plan: BundlePlan,
  fonts: Fonts,
  onPages: (done: number, total: number) => void,
): Promise<Uint8Array> {
  document.registerFontkit(fontkit)
  const stampFonts: StampFonts = {
    regular: stampFont(
      await document.embedFont(fonts.regular, { subset: true, customName: 'RDCHOP+NotoSansSC-Regular' }),
    ),
    bold: stampFont(
      await document.embedFont(fonts.bold, { subset: true, customName: 'RDCHOP+NotoSansSC-Bold' }),
    ),
  }
  const labels: string[] = []
  const add = (part: number, label: string) => {
    for (const page of partOf(parts, part).pages) {
      document.addPage(page)
      labels.push(label)
    }
  }
  const bookmarks: Bookmark[] = [{ title: plan.list.bookmark, page: 0, open: false, children: [] }]
  add(plan.list.part, plan.list.label)
  const firstPages: number[] = []
  for (const group of plan.groups) {
    const page = labels.length
    const children = group.exhibits.map((exhibit) => {
      firstPages.push(labels.length)
      return addExhibit(exhibit, () => labels.length, add)
    })
    if (group.bookmark === null) bookmarks.push(...children)
    else bookmarks.push({ title: group.bookmark, page, open: true, children })
  }
  const pages = document.getPages()
  for (const [at, page] of pages.entries()) {
    const pageLine = plan.pageLine.replaceAll('{page}', `${at + 1}`).replaceAll('{pages}', `${pages.length}`)
    stampPage(page, { label: labels[at] ?? '', running: plan.running, pageLine }, stampFonts)
    onPages(at + 1, pages.length)
  }
  linkList(document, partOf(parts, plan.list.part), firstPages)
  writeOutline(document, bookmarks)
  describe(document, plan)
  return await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

/** Adds an exhibit's pages; where it has several parts, each gets a bookmark below the exhibit's own. */
function addExhibit(
  exhibit: PlannedExhibit,
  pageCount: () => number,
  add: (part: number, label: string) => void,
): Bookmark {
  const first = pageCount()
  const children = exhibit.parts.map(({ part, bookmark }) => {
    const page = pageCount()
    add(part, exhibit.label)
    return { title: bookmark, page, open: false, children: [] }
  })
  return { title: exhibit.bookmark, page: first, open: false, children: children.length > 1 ? children : [] }
}

function linkList(document: PDFDocument, list: OpenPart, firstPages: readonly number[]): void {
  for (const [at, page] of list.pages.entries()) {
    const links = list.links.flatMap((link) => {
      if (link.page !== at || !link.uri.startsWith(exhibitLink)) return []
      const first = firstPages[Number(link.uri.slice(exhibitLink.length))]
      return first === undefined ? [] : [{ rect: link.rect, target: document.getPage(first).ref }]
    })
    writeLinks(page, links)
  }
}

/** Title, language, dates, page labels equal to the printed numbers, and opening at full size on the first page. */
function describe(document: PDFDocument, plan: BundlePlan): void {
  const { context, catalog } = document
  const date = new Date(`${plan.date}T00:00:00Z`)
  document.setTitle(plan.title, { showInWindowTitleBar: true })
  document.setAuthor(plan.author)
  document.setProducer('Redchop')
  document.setCreator('Redchop')
  document.setCreationDate(date)
  document.setModificationDate(date)
  document.setLanguage(plan.language)
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }))
  catalog.set(PDFName.of('OpenAction'), context.obj([document.getPage(0).ref, 'XYZ', null, null, 1]))
}
