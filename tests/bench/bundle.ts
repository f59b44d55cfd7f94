import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import type { BundlePlan } from '../../electron/documents/pdf/bundle-plan.ts'
import { readFonts } from '../../electron/documents/pdf/fonts.ts'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'
import { peakMiB, percentile, round } from './measure.ts'

const pagesPerFile = 10
const imageBytes = 26_000 // a page of scanned text; 2,000 of them are 52 MB
const runs = 3

const root = resolve(import.meta.dirname, '../..')

/** A generator of noise (xorshift32), so that every run packs the same incompressible bytes. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  }
}

async function makeFile(index: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const next = noise(index + 1)
  for (let page = 0; page < pagesPerFile; page += 1) {
    const sheet = document.addPage([595, 842])
    sheet.drawText(`File ${index}, page ${page}`, { x: 60, y: 760, size: 14, font })
    const pixels = Uint8Array.from({ length: imageBytes }, next)
    const image = document.context.stream(pixels, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 130,
      Height: 200,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray',
    })
    const name = sheet.node.newXObject('Scan', document.context.register(image))
    const draw = document.context.stream(`q 390 0 0 600 100 100 cm ${name} Do Q`)
    sheet.node.addContentStream(document.context.register(draw))
  }
  return await document.save()
}

function childrenOf(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : []
}

/** The most memory the youngest child of this process has held, MiB; null where the system does not tell. */
function peakOfChild(): number | null {
  const child = childrenOf(process.pid).at(-1)
  return child === undefined ? null : peakMiB(child)
}

async function compose(files: readonly Uint8Array[]): Promise<{ seconds: number; peak: number | null }> {
  const fonts = await readFonts(join(root, 'out/main/fonts'))
  const startWorker = startChildWorker((name) => join(root, `out/main/${name}.js`))
  const begin = performance.now()
  const session = createBundleComposer(startWorker, fonts).start()
  for (const [at, bytes] of files.entries()) await session.open(at + 1, 'pdf', bytes)
  const exhibits = files.slice(1).map((_, at) => ({
    label: `证据${at + 1}`,
    bookmark: `证据${at + 1}：第${at + 1}份文件`,
    parts: [{ part: at + 2, bookmark: `文件${at + 1}` }],
  }))
  const plan: BundlePlan = {
    title: '基准测试',
    author: '基准测试',
    language: 'zh-CN',
    date: '2026-01-01',
    running: '（2026）基准测试',
    pageLine: '第 {page} 页 / 共 {pages} 页',
    list: { part: 1, label: '证据目录', bookmark: '证据目录' },
    groups: [{ bookmark: null, exhibits }],
  }
  await session.compose(plan, () => undefined)
  const seconds = (performance.now() - begin) / 1000
  const peak = peakOfChild()
  session.close()
  return { seconds, peak }
}

function merge(folder: string, paths: readonly string[]): number {
  const begin = performance.now()
  execFileSync('qpdf', ['--empty', '--pages', ...paths, '--', join(folder, 'merged.pdf')])
  return (performance.now() - begin) / 1000
}

const median = (values: readonly number[]): number => percentile(values, 0.5)

/**
 * Opening, fitting, stamping and linking `pages` pages in files of ten, in the built bundle worker, against `qpdf` merely
 * merging the same files: medians of three runs, and the worker's peak memory (Linux only, else 0).
 */
export async function benchBundle(pages: number): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-bench-'))
  try {
    const files = await Promise.all(
      Array.from({ length: pages / pagesPerFile }, (_, index) => makeFile(index)),
    )
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.pdf`)
      writeFileSync(path, bytes)
      return path
    })
    const composed: Awaited<ReturnType<typeof compose>>[] = []
    const merged: number[] = []
    for (let run = 0; run < runs; run += 1) {
      merged.push(merge(folder, paths))
      composed.push(await compose(files))
    }
    const seconds = median(composed.map((result) => result.seconds))
    const qpdfSeconds = median(merged)
    return {
      bench: 'bundle',
      files: files.length,
      pages,
      megabytes: Math.round(files.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6),
      seconds: round(seconds),
      qpdfSeconds: round(qpdfSeconds),
      ratio: round(seconds / qpdfSeconds),
      workerPeakMiB: median(composed.map(({ peak }) => peak ?? 0)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchBundle(Number(process.argv[2] ?? 2_000))))
