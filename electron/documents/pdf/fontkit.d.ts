/** fontkit 2.0.4 ships no types; this is the part that PDFDocument.registerFontkit needs. */
declare module 'fontkit' {
  import type { Fontkit } from '@cantoo/pdf-lib'

  export const create: Fontkit['create']
}
