/** How a JPEG's pixels must be turned to stand upright: the EXIF tag 0x0112, 1 where nothing says otherwise. */
export function readExifOrientation(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  try {
    const tiff = findTiff(view)
    return tiff === null ? 1 : orientationIn(view, tiff)
  } catch {
    return 1 // an offset outside the file: such a header orders nothing
  }
}

/** The TIFF block of the APP1 segment (EXIF 2.3, 4.5.2), by its offset; segments end where the image data begins. */
function findTiff(view: DataView): number | null {
  let at = 2
  while (view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const isExif = view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966
    if (isExif) return at + 10
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function orientationIn(view: DataView, tiff: number): number {
  const littleEndian = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, littleEndian)
  const entries = view.getUint16(directory, littleEndian)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (view.getUint16(at, littleEndian) !== 0x0112) continue
    const value = view.getUint16(at + 8, littleEndian)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
