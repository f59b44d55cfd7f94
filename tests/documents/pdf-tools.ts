import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Writes bytes into a folder of its own, hands the path to `use`, and removes the folder. */
export function withFile<T>(name: string, bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-pdf-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return use(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** The text of every page, as poppler reads it. */
export function pageTexts(pdf: Uint8Array): string[] {
  return withFile('a.pdf', pdf, (path) => run('pdftotext', ['-layout', path, '-']).split('\f').slice(0, -1))
}

/** What qpdf has to say against a file: nothing, where it is sound. Throws where qpdf reports warnings or errors. */
export function checkPdf(pdf: Uint8Array): void {
  withFile('a.pdf', pdf, (path) => run('qpdf', ['--check', path]))
}

/** The fonts of a file: name, type, and whether embedded and subset. */
export function fontsOf(
  pdf: Uint8Array,
): { name: string; type: string; embedded: boolean; subset: boolean }[] {
  const lines = withFile('a.pdf', pdf, (path) => run('pdffonts', [path]))
    .split('\n')
    .slice(2, -1)
  return lines.map((line) => {
    const [name = '', type = ''] = [line.slice(0, 36).trim(), line.slice(37, 54).trim()]
    const [embedded, subset] = line.slice(72).trim().split(/\s+/)
    return { name, type, embedded: embedded === 'yes', subset: subset === 'yes' }
  })
}

export function pageSizes(pdf: Uint8Array): string[] {
  const info = withFile('a.pdf', pdf, (path) => run('pdfinfo', ['-f', '1', '-l', '9999', path]))
  return [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  )
}

interface Outline {
  title: string
  destpageposfrom1: number
  kids: Outline[]
}
const outline: z.ZodType<Outline> = z.object({
  title: z.string(),
  destpageposfrom1: z.number(),
  get kids() {
    return z.array(outline)
  },
})
const structure = z.object({
  outlines: z.array(outline),
  pagelabels: z.array(z.object({ index: z.number(), label: z.unknown() })),
})

/** Bookmarks and page labels, as qpdf reads them. */
export function structureOf(pdf: Uint8Array): z.infer<typeof structure> {
  const json = withFile('a.pdf', pdf, (path) =>
    run('qpdf', ['--json=2', '--json-key=outlines', '--json-key=pagelabels', path]),
  )
  return structure.parse(JSON.parse(json))
}

/** The links of a page: the text they stand on, and the page they lead to; as poppler reads them. */
export function linksOf(pdf: Uint8Array, page: number): { text: string; page: number }[] {
  const xml = withFile('a.pdf', pdf, (path) =>
    run('pdftohtml', ['-xml', '-i', '-stdout', '-f', `${page}`, '-l', `${page}`, path]),
  )
  return [...xml.matchAll(/<a href="[^"]*#(\d+)">(.*?)<\/a>/g)].map(([, target, text = '']) => ({
    text: text.replace(/<[^>]*>/g, ''),
    page: Number(target),
  }))
}

/** A page drawn in shades of grey, 0 black to 255 white. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array
}

/** Draws one page, or the part of it given in points from the upper left corner. */
export function drawPage(
  pdf: Uint8Array,
  page: number,
  part?: { x: number; y: number; width: number; height: number },
  dpi = 100,
): Picture {
  const cut = part
    ? Object.entries({ '-x': part.x, '-y': part.y, '-W': part.width, '-H': part.height }).flatMap(
        ([flag, points]) => [flag, `${Math.round((points * dpi) / 72)}`],
      )
    : []
  return withFile('a.pdf', pdf, (path, folder) => {
    run('pdftoppm', [
      '-gray',
      '-r',
      `${dpi}`,
      '-f',
      `${page}`,
      '-l',
      `${page}`,
      ...cut,
      path,
      join(folder, 'page'),
    ])
    const drawn = readdirSync(folder).find((name) => name.endsWith('.pgm')) ?? ''
    return readPgm(readFileSync(join(folder, drawn)))
  })
}

/** Reads a binary portable graymap (P5, 8 bits). */
export function readPgm(bytes: Uint8Array): Picture {
  const header = /^P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(
    Buffer.from(bytes.subarray(0, 100)).toString('latin1'),
  )
  if (!header) throw new TypeError('not a graymap')
  const [whole, width, height] = header
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(whole.length) }
}

/** The share of pixels darker than mid-grey. */
export function inkOf(picture: Picture): number {
  return picture.pixels.filter((pixel) => pixel < 128).length / picture.pixels.length
}

/** Where a word stands on a page, in points from the upper left corner. */
export function boxOf(
  pdf: Uint8Array,
  page: number,
  word: string,
): { x: number; y: number; width: number; height: number } {
  const xml = withFile('a.pdf', pdf, (path) =>
    run('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, path, '-']),
  )
  for (const [, left, top, right, bottom, text = ''] of xml.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
  )) {
    if (!text.includes(word)) continue
    const [x, y] = [Number(left), Number(top)]
    return { x, y, width: Number(right) - x, height: Number(bottom) - y }
  }
  throw new RangeError('word not on the page')
}
