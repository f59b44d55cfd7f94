/** The calls of fontkit 2.0.4 (which ships no types) that the sample's papers need, on top of what pdf-lib demands. */
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib'

  type Engine = Parameters<PDFDocument['registerFontkit']>[0]
  type Face = Extract<Awaited<ReturnType<Engine['create']>>, { layout: unknown }>
  type PlainGlyph = ReturnType<Face['layout']>['glyphs'][number]

  export interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    readonly args: readonly number[]
  }
  export interface Glyph extends PlainGlyph {
    readonly path: { readonly commands: readonly PathCommand[] }
  }
  export interface Font extends Face {
    layout(text: string): { glyphs: Glyph[] }
  }
  export function create(bytes: Uint8Array): Font
}
