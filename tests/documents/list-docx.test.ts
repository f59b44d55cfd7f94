import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { composeListDocx } from '../../electron/documents/kinds/exhibit-bundle/compose-list-docx.ts'
import {
  type ExhibitBundle,
  listExhibits,
  type PageRange,
} from '../../electron/documents/kinds/exhibit-bundle/model.ts'
import { boxOf, drawPage, inkOf, pageSizes, pageTexts, withFile } from './pdf-tools.ts'
import { bundleOf } from './sample-bundle.ts'

const pagesOf = (bundle: ExhibitBundle): PageRange[] =>
  listExhibits(bundle).map((_, at) => ({ first: 5 + at * 3, last: 7 + at * 3 }))

/** A DOCX opened by LibreOffice and saved as `type`. Its profile lies in a folder of its own, so that runs do not meet. */
function throughLibreOffice(docx: Uint8Array, type: 'pdf' | 'txt'): Uint8Array {
  return withFile('list.docx', docx, (path, folder) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const format = type === 'txt' ? 'txt:Text (encoded):UTF8' : 'pdf'
    execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, path], {
      stdio: 'ignore',
    })
    return readFileSync(join(folder, `list.${type}`))
  })
}

/** A word processor breaks lines where it likes: compare without spaces. */
const solid = (text: string) => text.replace(/\s+/g, '')

function documentXml(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
}

describe.each(['zh', 'en', 'both'] as const)('the exhibit list as DOCX, %s', (language) => {
  const bundle = bundleOf([10, 10, 8], { language, style: language === 'en' ? 'arbitration' : 'chinese' })
  const ranges = pagesOf(bundle)

  test('opens in LibreOffice with every cell of all 28 rows', { timeout: 120_000 }, async () => {
    const docx = await composeListDocx(bundle, ranges, 88)
    const opened = solid(Buffer.from(throughLibreOffice(docx, 'txt')).toString('utf8'))
    const sides = language === 'both' ? (['zh', 'en'] as const) : [language]
    // each cell names its exhibit's own ordinal, so that a lost or merged one shows
    for (const [at, { title, source, purpose, content, notes }] of listExhibits(bundle).entries()) {
      for (const text of [title, source, purpose, content, notes]) {
        for (const side of sides) expect(opened).toContain(solid(text[side]))
      }
      expect(opened).toContain(`${ranges[at]?.first}–${ranges[at]?.last}`)
    }
    for (const { label, title, purpose } of bundle.groups) {
      for (const text of [label, title, purpose]) expect(opened).toContain(solid(text[sides[0] ?? 'zh']))
    }
  })

  test('prints in LibreOffice on A4 landscape, header and page number on each page', {
    timeout: 120_000,
  }, async () => {
    const pdf = throughLibreOffice(await composeListDocx(bundle, ranges, 88), 'pdf')
    const pages = pageTexts(pdf).map(solid)
    expect(new Set(pageSizes(pdf))).toEqual(new Set(['842x595']))
    const numbers = pages.join('').match(language === 'en' ? /C-\d+/g : /证据\d+/g)
    expect(new Set(numbers)).toHaveProperty('size', 28)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(language === 'en' ? 'Purposeofproof' : '证明目的')
      expect(page).toContain(
        language === 'en' ? `Page${at + 1}of${pages.length}` : `第${at + 1}页/共${pages.length}页`,
      )
    }
  })
})

test('draws its Chinese in LibreOffice', { timeout: 120_000 }, async () => {
  const bundle = bundleOf([1])
  const pdf = throughLibreOffice(await composeListDocx(bundle, pagesOf(bundle), 7), 'pdf')
  expect(inkOf(drawPage(pdf, 1, boxOf(pdf, 1, '证据目录'), 200))).toBeGreaterThan(0.06)
})

test('shows the kind and the original column only where wanted', async () => {
  const bundle = bundleOf([1], { columns: { kind: false, originality: false } })
  const xml = documentXml(await composeListDocx(bundle, pagesOf(bundle), 7))
  expect(xml).not.toContain('证据种类')
  expect(xml).not.toContain('原件')
  expect(xml).toContain('份数/页数')
})

test('repeats its header, keeps rows whole, and says which language it is in', async () => {
  const bundle = bundleOf([2])
  const parts = unzipSync(await composeListDocx(bundle, pagesOf(bundle), 7))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length)
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toMatch(/<w:lang[^>]*w:eastAsia="zh-CN"/)
  expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('>2024-11-18T00:00:00Z<')
})

test('survives characters that XML cannot hold', { timeout: 60_000 }, async () => {
  const bundle = bundleOf([1], {}, () => ({ notes: { zh: '附\u0000注\u0008：译文\uFFFF', en: '' } }))
  const pdf = throughLibreOffice(await composeListDocx(bundle, pagesOf(bundle), 7), 'pdf')
  expect(solid(pageTexts(pdf).join(''))).toContain('附注：译')
})
