import { inflateSync } from 'node:zlib'
import { type PDFDocument, PDFHexString, type PDFRef } from '@cantoo/pdf-lib'

export interface EmbeddedImage {
  ref: PDFRef
  width: number
  height: number
}

/** More pixels than any page needs; decoding them could take the worker's memory. */
const mostPixels = 100_000_000

/** Those of an image that has to be decoded first, at some 12 bytes a pixel: 25 million take 4 s and 300 MB. */
const mostDecodedPixels = 25_000_000

/** An image with more pixels than are opened. */
export class ImageTooLarge extends Error {}

interface Png {
  width: number
  height: number
  bits: number
  colourType: number
  interlaced: boolean
  palette: Uint8Array
  transparent: boolean
  data: Buffer
}

/**
 * Puts a PNG into a document. An opaque one goes in as it is, for PDF reads the same compressed rows (ISO 32000-1,
 * 7.4.4.4): a hundred times faster than decoding, and the sender's own bytes. Throws where the image is incomplete.
 */
export async function embedPng(document: PDFDocument, bytes: Uint8Array): Promise<EmbeddedImage> {
  const png = readChunks(bytes)
  const { width, height } = png
  if (width * height > mostPixels) throw new ImageTooLarge()
  const opaque = png.colourType <= 3 && !png.transparent
  if (!opaque || png.interlaced) {
    if (width * height > mostDecodedPixels) throw new ImageTooLarge()
    const image = await document.embedPng(bytes)
    await image.embed()
    return { ref: image.ref, width, height }
  }
  const colours = png.colourType === 2 ? 3 : 1
  checkRows(png, colours)
  const { context } = document
  const image = context.stream(png.data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: png.bits,
    ColorSpace: colourSpace(png),
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colours, BitsPerComponent: png.bits, Columns: width },
  })
  return { ref: context.register(image), width, height }
}

function colourSpace({ colourType, palette }: Png) {
  if (colourType !== 3) return colourType === 2 ? 'DeviceRGB' : 'DeviceGray'
  const colours = PDFHexString.of(Buffer.from(palette).toString('hex'))
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colours]
}

/** The chunks that matter (PNG, third edition, 11.2 and 11.3). Throws where one is cut off. */
function readChunks(bytes: Uint8Array): Png {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Buffer[] = []
  let palette: Buffer = Buffer.alloc(0)
  let transparent = false
  for (let at = 8; at < view.length; ) {
    const length = view.readUInt32BE(at)
    const type = view.toString('latin1', at + 4, at + 8)
    const body = view.subarray(at + 8, at + 8 + length)
    if (body.length < length) throw new RangeError('chunk cut off')
    if (type === 'IDAT') data.push(body)
    if (type === 'PLTE') palette = body
    if (type === 'tRNS') transparent = true
    if (type === 'IEND') break
    at += length + 12
  }
  return {
    width: view.readUInt32BE(16),
    height: view.readUInt32BE(20),
    bits: view.readUInt8(24),
    colourType: view.readUInt8(25),
    interlaced: view.readUInt8(28) !== 0,
    palette,
    transparent,
    data: Buffer.concat(data),
  }
}

/** Throws unless every row is there and filtered in one of the five ways. */
function checkRows({ width, height, bits, data }: Png, colours: number): void {
  const rowLength = 1 + Math.ceil((width * colours * bits) / 8)
  const rows = inflateSync(data, { maxOutputLength: rowLength * height })
  if (rows.length !== rowLength * height) throw new RangeError('rows missing')
  for (let at = 0; at < rows.length; at += rowLength) {
    if ((rows[at] ?? 5) > 4) throw new RangeError('unknown row filter')
  }
}
