import { deflateSync } from 'node:zlib'
import type { PartKind } from '../../../electron/documents/pdf/open-part.ts'

function chunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
}

/** A PNG that promises so many pixels; `colourType` 6 has to be decoded, 2 is taken as it is. */
function png(width: number, height: number, colourType: number, rows: Buffer, interlaced = 0): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colourType, 0, 0, interlaced], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of these objects, the first its catalog, without a table: readers look for the objects themselves. */
const pdf = (...objects: readonly string[]): Buffer =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`,
    'latin1',
  )
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>'
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'

const stream = (dictionary: string, bytes: Buffer): string =>
  `<<${dictionary}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`

/** Files that break what opens them for the bundle, small as they are. */
export const FILE_BOMBS: Readonly<Record<string, { kind: PartKind; make: () => Buffer }>> = {
  'a PNG of 4 thousand million pixels': { kind: 'png', make: () => png(65_535, 65_535, 2, Buffer.alloc(99)) },
  'a PNG that inflates to 300 MB': {
    kind: 'png',
    make: () => png(9_999, 9_999, 2, Buffer.alloc(30_000 * 9_999)),
  },
  'a PNG of 99 million pixels with alpha': {
    kind: 'png',
    make: () => png(9_999, 9_999, 6, Buffer.alloc(9_999)),
  },
  'an interlaced PNG without rows': { kind: 'png', make: () => png(9_999, 9_999, 2, Buffer.alloc(99), 1) },
  'a JPEG of 4 thousand million pixels': {
    kind: 'jpeg',
    make: () => Buffer.from('ffd8ffc0001108ffffffff03012200021101031101ffd9', 'hex'),
  },
  'a PDF of 100,000 pages that are one': {
    kind: 'pdf',
    make: () => pdf(CATALOG, `<</Type/Pages/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`, PAGE),
  },
  'a PDF whose pages lie 20,000 deep': {
    kind: 'pdf',
    make: () =>
      pdf(
        CATALOG,
        ...Array.from({ length: 20_000 }, (_, at) => `<</Type/Pages/Count 1/Kids[${at + 3} 0 R]>>`),
        '<</Type/Page/MediaBox[0 0 99 99]>>',
      ),
  },
  'a PDF whose pages lead back to themselves': {
    kind: 'pdf',
    make: () => pdf(CATALOG, '<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>'),
  },
  'a PDF whose object stream inflates to 400 MB': {
    kind: 'pdf',
    make: () =>
      pdf(
        CATALOG,
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        PAGE,
        stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.alloc(400_000_000, ' '))),
      ),
  },
  'a PDF with a dictionary 100,000 deep': {
    kind: 'pdf',
    make: () => pdf(CATALOG, `<</Type/Pages/Count 1/Kids[3 0 R]/X ${'['.repeat(100_000)}>>`, PAGE),
  },
  'a PDF page as large as a country': {
    kind: 'pdf',
    make: () =>
      pdf(
        CATALOG,
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[-1e30 -1e30 1e30 1e30]/UserUnit 1e30>>',
      ),
  },
}
