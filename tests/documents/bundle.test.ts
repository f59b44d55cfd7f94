import { describe, expect, test } from 'vitest'
import type { ExhibitBundle } from '../../electron/documents/kinds/exhibit-bundle/model.ts'
import {
  type ExhibitPapers,
  renderExhibitBundle,
} from '../../electron/documents/kinds/exhibit-bundle/render-exhibit-bundle.ts'
import {
  boxOf,
  checkPdf,
  drawPage,
  fontsOf,
  inkOf,
  linksOf,
  pageSizes,
  pageTexts,
  structureOf,
} from './pdf-tools.ts'
import { composer, openRenderer } from './print-setup.ts'
import { bundleOf, enclosed, message, png } from './sample-bundle.ts'

const renderer = await openRenderer()
const render = (bundle: ExhibitBundle) => renderExhibitBundle(bundle, { renderer, composer })

const attachments = [
  enclosed(
    '照片.png',
    'image/png',
    png(300, 200, (x) => [x % 256, 90, 30]),
  ),
  enclosed('报价单.xlsx', 'application/vnd.ms-excel', Buffer.from('not a page')),
  enclosed('坏.pdf', 'application/pdf', Buffer.from('%PDF-1.4\nnothing that follows is a PDF')),
]

const chinese = bundleOf([2, 1, 25], {}, (at) => (at === 2 ? { contents: [message({ attachments })] } : {}))
const papers: ExhibitPapers = await render(chinese)
const pdf = papers.bundlePdf
const texts = pageTexts(pdf)

describe('a bundle', () => {
  test('prints on every page, the list included, the number of that very page', () => {
    expect(texts).toHaveLength(papers.pageCount)
    expect(papers.listPageCount).toBeGreaterThan(1)
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`第 ${at + 1} 页 / 共 ${texts.length} 页`)
    }
  })

  test('carries the exhibit number on each of its pages, and on no other', () => {
    for (const [at, { first, last }] of papers.pages.entries()) {
      for (let page = first; page <= last; page += 1) {
        expect(texts[page - 1]?.trimStart().split('\n')[0]).toMatch(new RegExp(`证据${at + 1}$`))
      }
    }
    expect(texts[0]?.trimStart().split('\n')[0]).toMatch(/证据目录$/)
  })

  test('names in the list the pages where the exhibits stand', () => {
    const list = texts.slice(0, papers.listPageCount).join('\n')
    const [, second] = papers.pages
    expect(second).toEqual({ first: papers.listPageCount + 2, last: papers.listPageCount + 5 })
    expect(list).toContain(`${second?.first}–${second?.last}`)
    expect(list).toContain(`连同本目录共${papers.pageCount}页`)
  })

  test('links each row of the list to the first page of its exhibit', () => {
    const links = Array.from({ length: papers.listPageCount }, (_, at) => linksOf(pdf, at + 1)).flat()
    for (const [at, { first }] of papers.pages.entries()) {
      expect(links).toContainEqual({ text: `证据${at + 1}`, page: first })
    }
  })

  test('has bookmarks under their groups, each on the page it names, and files below their exhibit', () => {
    const { outlines, pagelabels } = structureOf(pdf)
    expect(outlines.map(({ title }) => title)).toEqual([
      '证据目录',
      '第一组证据　合同的成立及内容',
      '第二组证据　原告履行交货义务',
      '第三组证据　付款及欠款',
    ])
    const exhibits = outlines.flatMap(({ kids }) => kids)
    expect(exhibits[0]?.title).toBe('证据1：电子邮件1：欠款确认（2024年9月12日）')
    expect(exhibits.map(({ destpageposfrom1 }) => destpageposfrom1)).toEqual(
      papers.pages.map(({ first }) => first),
    )
    const second = papers.pages[1]?.first ?? 0
    expect(exhibits[1]?.kids.map(({ title, destpageposfrom1 }) => [title, destpageposfrom1])).toEqual([
      ['关于 SC-2024-017 合同项下欠款的确认', second],
      ['照片.png', second + 1],
      ['报价单.xlsx', second + 2],
      ['坏.pdf', second + 3],
    ])
    expect(pagelabels).toEqual([{ index: 0, label: { '/S': '/D', '/St': 1 } }])
  })

  test('says on a sheet what cannot be shown, why, and by which hash it is known', () => {
    const third = papers.pages[1]?.first ?? 0
    expect(texts[third + 1]).toContain('该文件无法以纸面形式呈现')
    expect(texts[third + 1]).toContain(attachments[1]?.sha256)
    expect(texts[third + 2]).toContain('该文件已损坏或不完整')
    expect(papers.sheets.map(({ exhibit, reason }) => [exhibit, reason])).toEqual([
      ['2', 'UNPRINTABLE'],
      ['2', 'DAMAGED'],
    ])
  })

  test('frames the list on its right as on its left', () => {
    const [sheetWidth, outside] = [842, 36]
    const strip = { y: 250, width: 14, height: 60 } // the rows' own lines are far less ink than the frame
    const left = inkOf(drawPage(pdf, 1, { ...strip, x: outside }, 200))
    const right = inkOf(drawPage(pdf, 1, { ...strip, x: sheetWidth - outside - strip.width }, 200))
    expect(left).toBeGreaterThan(0.01)
    expect(right).toBeGreaterThan(left / 2)
  })

  test('is sound, all A4, with every font embedded, subset and no Type 3', () => {
    checkPdf(pdf)
    expect(new Set(pageSizes(pdf))).toEqual(new Set(['842x595', '595x842']))
    for (const font of fontsOf(pdf)) {
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true })
    }
  })

  test('is the same to the byte when made again from the same model', async () => {
    const again = await render(chinese)
    expect(Buffer.compare(again.bundlePdf, pdf)).toBe(0)
    expect(Buffer.compare(again.listDocx, papers.listDocx)).toBe(0)
  })
})

describe('Chinese characters', () => {
  const page = papers.pages[0]?.first ?? 1

  test.each([
    ['the stamp', page, '证据1'],
    ['the page number', page, '第'],
    ['the list', 1, '浙江省宁波市中级人民法院'],
    ['a message', page, '截至'],
  ])('are really inked in %s', (_, on, word) => {
    const box = boxOf(pdf, on, word)
    const ink = inkOf(drawPage(pdf, on, box, 200))
    expect(ink).toBeGreaterThan(0.06)
    expect(ink).toBeLessThan(0.6)
  })

  test('differ from one another, as boxes for missing glyphs would not', () => {
    const box = boxOf(pdf, page, '证据1')
    // the label is set in one size: its first two characters are as wide as they are high
    const half = { ...box, width: 10.5 }
    const first = drawPage(pdf, page, half, 200)
    const second = drawPage(pdf, page, { ...half, x: box.x + 10.5 }, 200)
    const different = first.pixels.filter(
      (pixel, at) => Math.abs(pixel - (second.pixels[at] ?? 0)) > 100,
    ).length
    expect(different / first.pixels.length).toBeGreaterThan(0.1)
  })
})

test('an English bundle in arbitration style numbers and words everything in English', async () => {
  const english = await render(bundleOf([1, 1], { language: 'en', style: 'arbitration' }))
  const pages = pageTexts(english.bundlePdf)
  expect(pages[0]).toContain('List of Exhibits')
  expect(pages[0]).toContain(`Page 1 of ${english.pageCount}`)
  expect(pages.at(-1)?.trimStart().split('\n')[0]).toMatch(/C-2$/)
  expect(structureOf(english.bundlePdf).outlines[1]?.kids[0]?.title).toMatch(/^C-1: E-mail 1/)
})

test('a bilingual bundle stamps both languages and keeps groups without names flat', async () => {
  const nameless = { zh: '', en: '' }
  const bundle = bundleOf([1], { language: 'both' })
  const groups = bundle.groups.map((group) => ({
    ...group,
    label: nameless,
    title: nameless,
    purpose: nameless,
  }))
  const both = await render({ ...bundle, groups })
  const [list = '', exhibit = ''] = pageTexts(both.bundlePdf)
  expect(list).toMatch(/第 ?1 ?页 ?\/ ?共 ?2 ?页\s+·\s+Page 1 of 2/)
  expect(exhibit.trimStart().split('\n')[0]).toMatch(/证据1 Exhibit 1$/)
  expect(structureOf(both.bundlePdf).outlines.map(({ kids }) => kids.length)).toEqual([0, 0])
})

test('a cancelled bundle ends with the reason given, at once', async () => {
  const cancel = new AbortController()
  const reason = new Error('cancelled by the lawyer')
  const made = renderExhibitBundle(chinese, {
    renderer,
    composer,
    signal: cancel.signal,
    onProgress: ({ phase, done }) => {
      if (phase === 'typesetting' && done === 3) cancel.abort(reason)
    },
  })
  await expect(made).rejects.toBe(reason)
})
