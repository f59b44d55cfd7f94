import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { BundlePlan } from '../../electron/documents/pdf/bundle-plan.ts'
import { draftBundle } from '../../electron/documents/pdf/compose-bundle.ts'
import { checkPdf, drawPage, type Picture, pageSizes, withFile } from './pdf-tools.ts'
import { fonts } from './print-setup.ts'
import { png } from './sample-bundle.ts'

const plan: BundlePlan = {
  title: '测试',
  author: '测试',
  language: 'zh-CN',
  date: '2024-11-18',
  running: '测试',
  pageLine: '第 {page} 页 / 共 {pages} 页',
  list: { part: 1, label: '证据目录', bookmark: '证据目录' },
  groups: [],
}

/** One file as the whole of a bundle. */
async function bundleWith(kind: 'pdf' | 'png' | 'jpeg', bytes: Uint8Array): Promise<Uint8Array> {
  const draft = await draftBundle()
  expect(await draft.open(1, kind, bytes)).toHaveProperty('pageCount')
  const pdf = await draft.compose(plan, fonts, () => undefined)
  checkPdf(pdf)
  return pdf
}

/** A page with a black mark in its upper left corner as it is seen, and a grey one in the lower right. */
async function markedPage(
  width: number,
  height: number,
  change: (document: PDFDocument) => void = () => undefined,
) {
  const document = await PDFDocument.create()
  const page = document.addPage([width, height])
  page.drawRectangle({ x: 0, y: height - 60, width: 60, height: 60, color: rgb(0, 0, 0) })
  page.drawRectangle({ x: width - 60, y: 0, width: 60, height: 60, color: rgb(0.7, 0.7, 0.7) })
  change(document)
  return await document.save()
}

/** The stamp bands, 14 mm above and 11 mm below, in pixels of `drawPage`. */
const bands = { top: 55, bottom: 43 }

type Shade = 'black' | 'grey' | 'white'

/** What stands at the four corners of everything drawn, the bands left aside. */
function cornersOf({ pixels, width, height }: Picture, aside = bands): Record<string, Shade> {
  const xs: number[] = []
  const ys: number[] = []
  for (const [at, pixel] of pixels.entries()) {
    const y = Math.floor(at / width)
    if (pixel > 200 || y < aside.top || y >= height - aside.bottom) continue
    xs.push(at % width)
    ys.push(y)
  }
  const smallest = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const largest = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0)
  const inside = 12
  const [left, right] = [smallest(xs) + inside, largest(xs) - inside]
  const [top, bottom] = [smallest(ys) + inside, largest(ys) - inside]
  const shade = (x: number, y: number): Shade => {
    const pixel = pixels[y * width + x] ?? 255
    return pixel < 60 ? 'black' : pixel < 200 ? 'grey' : 'white'
  }
  return {
    topLeft: shade(left, top),
    topRight: shade(right, top),
    bottomLeft: shade(left, bottom),
    bottomRight: shade(right, bottom),
  }
}

const upright = { topLeft: 'black', topRight: 'white', bottomLeft: 'white', bottomRight: 'grey' }

describe('a page of somebody else’s PDF', () => {
  test.each([
    ['A4', 595, 842, '595x842'],
    ['landscape', 842, 595, '842x595'],
    ['A3, made smaller', 842, 1191, '595x842'],
    ['a small receipt, not enlarged', 226, 400, '595x842'],
  ])('of %s becomes a whole A4 sheet', async (_, width, height, size) => {
    const pdf = await bundleWith('pdf', await markedPage(width, height))
    expect(pageSizes(pdf)).toEqual([size])
    expect(cornersOf(drawPage(pdf, 1))).toEqual(upright)
  })

  test.each([90, 180, 270])('turned by %i degrees stands upright, as viewers show it', async (angle) => {
    const marked = await markedPage(500, 700)
    const source = await PDFDocument.load(marked)
    source.getPage(0).setRotation(degrees(angle))
    const bytes = await source.save()
    const expected = cornersOf(drawPage(bytes, 1), { top: 0, bottom: 0 })
    const pdf = await bundleWith('pdf', bytes)
    expect(cornersOf(drawPage(pdf, 1))).toEqual(expected)
    expect(pageSizes(pdf)).toEqual([angle === 180 ? '595x842' : '842x595'])
  })

  test('shows nothing outside its crop box', async () => {
    const bytes = await markedPage(595, 842, (document) => {
      document.getPage(0).setCropBox(100, 100, 300, 300)
    })
    const { pixels, width, height } = drawPage(await bundleWith('pdf', bytes), 1)
    const middle = pixels.filter((_, at) => {
      const y = Math.floor(at / width) / height
      return y > 0.05 && y < 0.96
    })
    expect(middle.every((pixel) => pixel > 250)).toBe(true)
  })

  test('keeps the stamp bands free, even where the page is black to its edges', async () => {
    const bytes = await markedPage(595, 842, (document) => {
      document.getPage(0).drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(0, 0, 0) })
    })
    const pdf = await bundleWith('pdf', bytes)
    const top = drawPage(pdf, 1, { x: 0, y: 0, width: 595, height: 10 })
    const foot = drawPage(pdf, 1, { x: 0, y: 842 - 12, width: 595, height: 12 })
    for (const band of [top, foot]) expect(band.pixels.every((pixel) => pixel > 250)).toBe(true)
  })

  test('keeps what an annotation shows, and loses what it would do', async () => {
    const bytes = await markedPage(595, 842, (document) => {
      const { context } = document
      const seal = context.stream('0 g 0 0 100 100 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 100, 100],
      })
      const annotation = context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        Rect: [250, 400, 350, 500],
        AP: { N: context.register(seal) },
        A: { S: 'JavaScript', JS: 'app.alert(1)' },
      })
      document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(annotation)]))
    })
    const pdf = await bundleWith('pdf', bytes)
    const centre = drawPage(pdf, 1, { x: 595 / 2 - 10, y: 842 / 2 - 40, width: 20, height: 20 })
    expect(centre.pixels.every((pixel) => pixel < 10)).toBe(true)
    expect(Buffer.from(pdf).includes('JavaScript')).toBe(false)
  })

  test('with an open graphics state and several streams does not move the stamp', async () => {
    const sound = await bundleWith('pdf', await markedPage(595, 842))
    const open = await bundleWith(
      'pdf',
      await markedPage(595, 842, (document) => {
        const { context } = document
        const page = document.getPage(0)
        for (const operators of ['q 0.1 0 0 0.1 0 0 cm 1 0 0', ' RG q q']) {
          page.node.addContentStream(context.register(context.stream(operators)))
        }
      }),
    )
    const stampOf = (pdf: Uint8Array) => drawPage(pdf, 1, { x: 300, y: 0, width: 295, height: 40 }).pixels
    expect(Buffer.compare(stampOf(open), stampOf(sound))).toBe(0)
  })
})

/** A page tree whose only branch is itself. */
function pagesInACircle(): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']
  const body = objects.map((object, at) => `${at + 1} 0 obj ${object} endobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer <</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF`)
}

describe('a file that cannot be shown', () => {
  const encrypt = async (user: string, bits: string) =>
    withFile('plain.pdf', await markedPage(595, 842), (path, folder) => {
      const out = join(folder, 'locked.pdf')
      const weak = bits === '256' ? [] : ['--allow-weak-crypto']
      execFileSync('qpdf', [...weak, '--encrypt', user, 'owner', bits, '--', path, out], { stdio: 'ignore' })
      return readFileSync(out)
    })

  test.each(['40', '128', '256'])(
    'is named as encrypted where it wants a password (%s bits)',
    async (bits) => {
      const draft = await draftBundle()
      expect(await draft.open(1, 'pdf', await encrypt('secret', bits))).toEqual({ problem: 'ENCRYPTED' })
    },
  )

  test.each(['40', '128', '256'])(
    'is shown where everybody may open it (%s bits, owner password only)',
    async (bits) => {
      const pdf = await bundleWith('pdf', await encrypt('', bits))
      expect(cornersOf(drawPage(pdf, 1))).toEqual(upright)
    },
  )

  test.each([
    ['empty', 'pdf', new Uint8Array()],
    ['a header only', 'pdf', Buffer.from('%PDF-1.7\n')],
    ['noise', 'pdf', Buffer.from(`%PDF-1.4\n${'\u0001\u0002xref<</Kids[1 0 R]>>'.repeat(500)}`)],
    ['pages that contain themselves', 'pdf', pagesInACircle()],
    ['a cut PNG', 'png', png(50, 50, () => [0, 0, 0]).subarray(0, 60)],
    ['a cut JPEG', 'jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ] as const)('is named as damaged: %s', async (_, kind, bytes) => {
    const draft = await draftBundle()
    expect(await draft.open(1, kind, bytes)).toHaveProperty('problem')
  })

  test('leaves nothing behind in the bundle', async () => {
    const draft = await draftBundle()
    await draft.open(1, 'pdf', await markedPage(595, 842))
    await draft.open(2, 'pdf', Buffer.from('%PDF-1.4\n1 0 obj <</Type /Secret>> endobj'))
    const pdf = await draft.compose(plan, fonts, () => undefined)
    const alone = await bundleWith('pdf', await markedPage(595, 842))
    expect(Math.abs(pdf.length - alone.length)).toBeLessThan(64)
  })
})

describe('a photograph', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i stands upright', async (orientation) => {
    const image = png(120, 80, (x, y) =>
      x < 40 && y < 30 ? [0, 0, 0] : x > 80 && y > 50 ? [170, 170, 170] : [250, 250, 250],
    )
    const jpeg = withFile('photo.png', image, (path, folder) => {
      const out = join(folder, 'photo.jpg')
      execFileSync('convert', [path, '-quality', '95', out])
      const bytes = withOrientation(readFileSync(out), orientation)
      const reference = join(folder, 'upright.png')
      writeFileSync(out, bytes)
      execFileSync('convert', [out, '-auto-orient', '-depth', '8', `gray:${reference}.gray`])
      return { bytes, gray: readFileSync(`${reference}.gray`) }
    })
    const [width, height] = orientation > 4 ? [80, 120] : [120, 80]
    const at = (x: number, y: number) =>
      jpeg.gray[Math.round(y * height) * width + Math.round(x * width)] ?? 0
    const pdf = await bundleWith('jpeg', jpeg.bytes)
    const [sheetWidth, sheetHeight] = width > height ? [841.9, 595.3] : [595.3, 841.9]
    const [shownWidth, shownHeight] = [width * 0.75, height * 0.75]
    // the middle of what the bands and the image's own margin leave free
    const middle = sheetHeight / 2 + ((14 - 11) / 2) * (72 / 25.4)
    const picture = drawPage(pdf, 1, {
      x: (sheetWidth - shownWidth) / 2,
      y: middle - shownHeight / 2,
      width: shownWidth,
      height: shownHeight,
    })
    for (const x of [0.15, 0.85]) {
      for (const y of [0.15, 0.85]) {
        const shown =
          picture.pixels[Math.round(y * picture.height) * picture.width + Math.round(x * picture.width)]
        expect(Math.abs((shown ?? -1) - at(x, y)), `at ${x}, ${y}`).toBeLessThan(25)
      }
    }
  })
})

describe('a PNG', () => {
  // ImageMagick writes each kind PNG knows; what it draws of the file is what the bundle must show
  test.each([
    ['true colour', 'PNG24:'],
    ['true colour, 16 bits', 'PNG48:'],
    ['a palette', 'PNG8:'],
    ['transparent', 'PNG32:'],
    ['grey', 'PNG00:', '-colorspace', 'Gray'],
    ['black and white', 'PNG00:', '-monochrome'],
    ['interlaced', 'PNG24:', '-interlace', 'PNG'],
  ])('of %s is drawn as it is', async (_, format, ...options) => {
    const image = png(160, 96, (x, y) =>
      x < 60 && y < 40 ? [0, 0, 0] : x > 100 && y > 60 ? [0, 0, 0] : [255, 255, 255],
    )
    const bytes = withFile('a.png', image, (path, folder) => {
      const out = join(folder, 'b.png')
      execFileSync('convert', [path, ...options, `${format}${out}`])
      return readFileSync(out)
    })
    const corners = cornersOf(drawPage(await bundleWith('png', bytes), 1))
    expect(corners).toEqual({
      topLeft: 'black',
      topRight: 'white',
      bottomLeft: 'white',
      bottomRight: 'black',
    })
  })

  test('too large to decode is said to be so', async () => {
    const bytes = Buffer.from(png(10, 10, () => [0, 0, 0]))
    bytes.writeUInt32BE(60_000, 16)
    bytes.writeUInt32BE(60_000, 20)
    const draft = await draftBundle()
    expect(await draft.open(1, 'png', bytes)).toEqual({ problem: 'TOO_LARGE' })
  })

  test('with rows missing is damaged, wherever it is cut', async () => {
    const whole = png(100, 100, (x, y) => [x, y, x ^ y])
    for (const length of [40, 60, whole.length / 2, whole.length - 30]) {
      const draft = await draftBundle()
      expect(await draft.open(1, 'png', whole.subarray(0, length))).toEqual({ problem: 'DAMAGED' })
    }
  })
})

/** Puts an EXIF block with one tag, the orientation, behind the start marker of a JPEG. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 4)
  return Buffer.concat([head, body, jpeg.subarray(2)])
}
