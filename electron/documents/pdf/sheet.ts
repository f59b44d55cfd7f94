/** The sheet every bundle page becomes: A4 (ISO 216), in PDF points (1/72 inch), with two bands kept free for stamps. */

export const pointsPerMm = 72 / 25.4

export interface SheetSize {
  width: number
  height: number
}

const short = 210 * pointsPerMm
const long = 297 * pointsPerMm
export const portrait: SheetSize = { width: short, height: long }
export const landscape: SheetSize = { width: long, height: short }

/** No content of an exhibit stands in these bands: a scanned page is made smaller, our own pages have wider margins. */
export const bandMm = { top: 14, bottom: 11 } as const

/** Margins of the pages we typeset ourselves, in CSS order; top and bottom lie outside the bands. */
export const marginsMm = { portrait: '22mm 20mm 19mm', landscape: '20mm 15mm 17mm' } as const
