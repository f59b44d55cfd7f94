import type { PDFFont, PDFRef } from '@cantoo/pdf-lib'

/**
 * A font of the bundle, asked one character at a time and remembered: thousands of stamps are made of a few dozen
 * characters, and shaping each line anew takes longer than merging the pages.
 */
export interface StampFont {
  ref: PDFRef
  /** The text as a hexadecimal string of this font's codes, for the operator `Tj`. */
  encode(text: string): string
  /** Its width in points at a font size. */
  width(text: string, size: number): number
}

export function stampFont(font: PDFFont): StampFont {
  const known = new Map<string, { code: string; width: number }>()
  const look = (character: string) => {
    const found = known.get(character)
    if (found) return found
    const code = font.encodeText(character).asString()
    const made = { code, width: font.widthOfTextAtSize(character, 1) }
    known.set(character, made)
    return made
  }
  return {
    ref: font.ref,
    encode: (text) => `<${[...text].map((character) => look(character).code).join('')}>`,
    width: (text, size) => size * [...text].reduce((sum, character) => sum + look(character).width, 0),
  }
}
