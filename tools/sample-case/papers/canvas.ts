import { create, type Glyph } from 'fontkit'
import { boldFont, regularFont } from './fonts.ts'
import { addSpans, flatten, type Point } from './outline.ts'

const faces = { regular: create(regularFont), bold: create(boldFont) }

export type Colour = readonly [red: number, green: number, blue: number]

/** An RGB picture under way; origin top left, all lengths in pixels. */
export interface Canvas {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel, row by row. */
  readonly pixels: Uint8Array
}

export function newCanvas(width: number, height: number, paper: Colour): Canvas {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = paper[at % 3] ?? 0
  return { width, height, pixels }
}

/** Lays colour over one pixel; `cover` from 0 to 1. */
function tint(canvas: Canvas, x: number, y: number, colour: Colour, cover: number): void {
  const at = (y * canvas.width + x) * 3
  colour.forEach((value, channel) => {
    const under = canvas.pixels[at + channel] ?? 0
    canvas.pixels[at + channel] = Math.round(under + (value - under) * Math.min(1, cover))
  })
}

export function fillBox(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): void {
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) tint(canvas, column, row, colour, 1)
}

/** Fills closed outlines by the non-zero rule, edges smoothed by four scan lines a pixel. */
export function fillOutlines(canvas: Canvas, outlines: readonly Point[][], colour: Colour): void {
  const heights = outlines.flat().map((point) => point.y)
  const top = Math.max(0, Math.floor(Math.min(...heights)))
  const bottom = Math.min(canvas.height, Math.ceil(Math.max(...heights)))
  const cover = new Float64Array(canvas.width)
  for (let row = top; row < bottom; row++) {
    cover.fill(0)
    for (let part = 0; part < 4; part++) addSpans(outlines, row + (part + 0.5) / 4, cover, 0.25)
    cover.forEach((share, column) => {
      if (share > 0.004) tint(canvas, column, row, colour, share)
    })
  }
}

export interface Writing {
  readonly size: number
  readonly colour: Colour
  readonly bold?: boolean
}

function outlineOf(glyph: Glyph, place: (x: number, y: number) => Point): Point[][] {
  return flatten(glyph.path.commands, place)
}

/** Writes one line with its base line at `y`; returns the x where it ends. */
export function write(canvas: Canvas, text: string, x: number, y: number, style: Writing): number {
  const face = style.bold === true ? faces.bold : faces.regular
  const scale = style.size / face.unitsPerEm
  let pen = x
  for (const glyph of face.layout(text).glyphs) {
    const start = pen
    const outlines = outlineOf(glyph, (gx, gy) => ({ x: start + gx * scale, y: y - gy * scale }))
    if (outlines.length > 0) fillOutlines(canvas, outlines, style.colour)
    pen += glyph.advanceWidth * scale
  }
  return pen
}
