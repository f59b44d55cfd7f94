import { PDFDocument, type PDFFont, type PDFPage, rgb, rotateRadians } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import { boldFont, regularFont } from './fonts.ts'
import { wrapText } from './wrap-text.ts'

export const ink = rgb(0.1, 0.1, 0.13)
export const sealRed = rgb(0.78, 0.09, 0.1)
export const penBlue = rgb(0.1, 0.16, 0.5)
export const grey = rgb(0.55, 0.55, 0.58)

/** A4 in points. */
export const paper = { width: 595.28, height: 841.89, margin: 56 } as const

/** A PDF under way; `y` counts down from the top of the current page, in points. */
export interface Sheet {
  readonly pdf: PDFDocument
  page: PDFPage
  y: number
  readonly regular: PDFFont
  readonly bold: PDFFont
  readonly scanned: boolean
}

export interface SheetFacts {
  readonly title: string
  readonly author: string
  /** ISO date; written into the file so that every run gives the same bytes. */
  readonly madeOn: string
  /** Tinted and a little crooked, as paper from a scanner. */
  readonly scanned?: boolean
}

function dressPage({ page, scanned }: Sheet): void {
  if (scanned) {
    page.drawRectangle({
      x: 0,
      y: 0,
      width: paper.width,
      height: paper.height,
      color: rgb(0.975, 0.972, 0.955),
    })
    for (let speck = 0; speck < 40; speck++) {
      const x = (speck * 197.3) % paper.width
      const y = (speck * 331.7) % paper.height
      page.drawCircle({ x, y, size: 0.25 + (speck % 3) * 0.15, color: rgb(0.6, 0.6, 0.58) })
    }
    page.pushOperators(rotateRadians(0.006))
  }
}

export function turnPage(sheet: Sheet): void {
  sheet.page = sheet.pdf.addPage([paper.width, paper.height])
  sheet.y = paper.margin
  dressPage(sheet)
}

export async function openSheet(facts: SheetFacts): Promise<Sheet> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const madeAt = new Date(`${facts.madeOn}T08:00:00Z`)
  pdf.setTitle(facts.title)
  pdf.setAuthor(facts.author)
  pdf.setProducer('Sample case generator')
  pdf.setCreator('Sample case generator')
  pdf.setCreationDate(madeAt)
  pdf.setModificationDate(madeAt)
  const regular = await pdf.embedFont(regularFont, { subset: true })
  const bold = await pdf.embedFont(boldFont, { subset: true })
  const page = pdf.addPage([paper.width, paper.height])
  const sheet: Sheet = { pdf, page, y: paper.margin, regular, bold, scanned: facts.scanned ?? false }
  dressPage(sheet)
  return sheet
}

export interface Lettering {
  readonly size?: number
  readonly bold?: boolean
  readonly x?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly color?: ReturnType<typeof rgb>
}

/** Draws one line at the given height without moving on. */
export function letterAt(sheet: Sheet, text: string, y: number, style: Lettering = {}): void {
  const { size = 9.5, bold = false, x = paper.margin, align = 'left', color = ink } = style
  const font = bold ? sheet.bold : sheet.regular
  const width = font.widthOfTextAtSize(text, size)
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  sheet.page.drawText(text, { x: left, y: paper.height - y - size, size, font, color })
}

/** Draws text wrapped between the margins and moves down; turns the page where it is full. */
export function paragraph(sheet: Sheet, text: string, style: Lettering & { gap?: number } = {}): void {
  const { size = 9.5, bold = false, x = paper.margin, gap = 4 } = style
  const font = bold ? sheet.bold : sheet.regular
  const room = paper.width - paper.margin - x
  for (const line of text
    .split('\n')
    .flatMap((part) => wrapText(part, (t) => font.widthOfTextAtSize(t, size), room))) {
    if (sheet.y > paper.height - paper.margin - size) turnPage(sheet)
    letterAt(sheet, line, sheet.y, { ...style, align: 'left' })
    sheet.y += size * 1.5
  }
  sheet.y += gap
}

export function rule(sheet: Sheet, y: number, thickness = 0.6): void {
  const at = paper.height - y
  sheet.page.drawLine({
    start: { x: paper.margin, y: at },
    end: { x: paper.width - paper.margin, y: at },
    thickness,
    color: grey,
  })
}

export async function closeSheet(sheet: Sheet): Promise<Uint8Array> {
  return sheet.pdf.save()
}
