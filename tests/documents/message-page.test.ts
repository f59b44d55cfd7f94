import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { describe, expect, test } from 'vitest'
import { composeMessageHtml } from '../../electron/documents/kinds/exhibit-bundle/compose-message-html.ts'
import type { MessageContent } from '../../electron/documents/kinds/exhibit-bundle/model.ts'
import { boxOf, drawPage, fontsOf, inkOf, pageSizes, pageTexts } from './pdf-tools.ts'
import { openRenderer } from './print-setup.ts'
import { message, png } from './sample-bundle.ts'

const renderer = await openRenderer()

const print = (changes: Partial<MessageContent>, language: ListLanguage = 'zh') =>
  renderer.render({ html: composeMessageHtml(message(changes), language), assets: new Map() })

const printHtml = (html: string) => print({ body: { kind: 'html', html } })

const solid = (text: string) => text.replace(/\s+/g, '')

/** The heading of the message as drawn, from the page's top to its second rule. */
const heading = { x: 0, y: 0, width: 595, height: 175 }
const plain = await printHtml('<p>正文</p>')
const plainHeading = drawPage(plain, 1, heading).pixels

describe('a mail’s own style', () => {
  test.each([
    [
      'fixed boxes',
      '<div style="position:fixed;top:0;left:0;width:100%;height:100%;background:#000">x</div>',
    ],
    [
      'fixed boxes that insist',
      '<div style="position:fixed!important;top:-300px!important;left:-300px!important;width:2000px!important;height:900px!important;background:#000">x</div>',
    ],
    [
      'rules for everything',
      '<style>*{display:none!important} header,h1,dl{font-size:40pt;color:red}</style><p>正文</p>',
    ],
    [
      'rules for the page',
      '<style>@page{size:A5;margin:0} html{font-size:30pt} body{background:#000}</style><p>正文</p>',
    ],
    ['negative margins', '<div style="margin-top:-400px;height:500px;background:#000">x</div>'],
    ['transforms', '<div style="transform:translate(-100px,-300px) scale(9)">x</div>'],
    [
      'a closed template and a forged heading',
      '</template></div></div><style>h1{color:red}</style><h1>伪造</h1>',
    ],
    ['a template left open', '<template shadowrootmode="open"><style>h1{color:red}</style>'],
  ])('cannot touch the heading: %s', async (_, html) => {
    const pdf = await printHtml(html)
    expect(Buffer.compare(drawPage(pdf, 1, heading).pixels, plainHeading)).toBe(0)
    expect(pageSizes(pdf)[0]).toBe('595x842')
  })

  test('a fixed box stands once, not on every page', async () => {
    const pdf = await printHtml(
      `<div style="position:fixed;top:0">只此一次</div>${'<p>段落</p>'.repeat(200)}`,
    )
    const pages = pageTexts(pdf)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((page) => page.includes('只此一次'))).toHaveLength(1)
  })
})

describe('what a mail says', () => {
  test('is all on the paper: wide tables, unbroken lines, hidden overflow', async () => {
    const word = 'X'.repeat(400) // its lines stand beside those of the next cell: counted, not searched
    const pdf = await printHtml(
      `<table width="3000"><tr><td nowrap width="2000">${word}</td><td style="min-width:900px">金额 148,200.00</td></tr></table>
       <table><tr><td>${'glued&nbsp;'.repeat(80)}last</td></tr></table>
       <div style="width:4000px;white-space:nowrap">${'长行'.repeat(300)}末尾</div>
       <div style="height:10px;overflow:hidden"><p>第一行</p><p>被裁的第二行</p></div>
       <pre>${'p'.repeat(300)}end</pre>`,
    )
    const text = solid(pageTexts(pdf).join(''))
    expect(text.match(/X/g)).toHaveLength(word.length)
    for (const said of [
      '148,200.00',
      `${'长行'.repeat(300)}末尾`,
      '被裁的第二行',
      'gluedlast',
      `${'p'.repeat(300)}end`,
    ]) {
      expect(text).toContain(said)
    }
    // nothing runs into the margin: the right-hand 18 mm of every page stay white
    for (const page of pageTexts(pdf).keys()) {
      const margin = drawPage(pdf, page + 1, { x: 595 - 51, y: 0, width: 51, height: 842 })
      expect(inkOf(margin)).toBe(0)
    }
  })

  test.each([6, 7, 16, 40])(
    'is all on the paper: a table of %i columns, nested in another',
    async (columns) => {
      const amounts = Array.from({ length: columns }, (_, at) =>
        `${100 + at}${at},200.00USDUSDUSDUSD`.slice(0, 20),
      )
      const row = amounts.map((amount) => `<td>${amount}</td>`).join('')
      const pdf = await printHtml(
        `<table><tr><td>旁边</td><td><table border="1"><tr>${row}</tr></table></td></tr></table>`,
      )
      // cells wrap and their lines mix, so that letters are counted; what is cut off at the edge is not in the text
      const text = solid(pageTexts(pdf).join(''))
      for (const digit of ['U', 'S', 'D']) {
        const wanted = amounts.join('').split(digit).length
        expect(text.split(digit).length).toBeGreaterThanOrEqual(wanted)
      }
      const margin = drawPage(pdf, 1, { x: 595 - 51, y: 0, width: 51, height: 842 })
      expect(inkOf(margin)).toBe(0)
    },
  )

  test('keeps the quoted history, in HTML and in text', async () => {
    const html = await printHtml(
      '<p>好的</p><blockquote>一<blockquote>二<blockquote>三</blockquote></blockquote></blockquote>',
    )
    expect(solid(pageTexts(html).join(''))).toContain('好的一二三')
    const text = await print({ body: { kind: 'text', text: '同意\n> 第一层\n>> 第二层\n下文' } })
    expect(solid(pageTexts(text).join(''))).toContain('同意>第一层>>第二层下文')
  })

  test('keeps the columns of a plain text and its angle brackets', async () => {
    const pdf = await print({ body: { kind: 'text', text: '<b>not bold</b> &amp; & "q"' } })
    expect(pageTexts(pdf).join('')).toContain('<b>not bold</b> &amp; & "q"')
  })

  test('draws Chinese in TrueType whatever font the mail asks for', async () => {
    const pdf = await printHtml(
      '<p style="font-family:SimSun,宋体,\'Noto Sans CJK SC\'">宋体正文</p><p><b>粗体</b><code>代码</code></p>',
    )
    expect(inkOf(drawPage(pdf, 1, boxOf(pdf, 1, '宋体正文'), 200))).toBeGreaterThan(0.06)
    for (const font of fontsOf(pdf)) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true })
  })

  test('shows images whole, from data: only', async () => {
    const image = Buffer.from(png(40, 4000, () => [0, 0, 0])).toString('base64')
    const pdf = await printHtml(
      `<img src="data:image/png;base64,${image}"><img src="https://example.com/track.png" alt="远程图片"><p>图后</p>`,
    )
    const pages = pageTexts(pdf)
    expect(pages.length).toBeLessThanOrEqual(3)
    expect(pages.join('')).toContain('图后')
  })
})

describe('the heading', () => {
  test('says that a zone is not stated instead of inventing one', async () => {
    const date = { at: '2024-03-09T23:30:00Z', zoneMinutes: null, raw: null }
    const text = pageTexts(await print({ date }, 'en')).join('')
    expect(text).toContain('2024-03-09 23:30:00 (UTC+00:00) (zone not stated)')
  })

  test('states the date in the zone it was written in, and in Beijing', async () => {
    const date = { at: '2024-03-09T23:30:00Z', zoneMinutes: -330, raw: '' }
    const text = pageTexts(await print({ date }, 'both')).join('')
    expect(text).toContain('2024-03-09 18:00:00 (UTC-05:30)')
    expect(text).toContain('北京时间 2024-03-10 07:30:00 (UTC+08:00)')
  })

  test('says so where the message has no readable date', async () => {
    const text = pageTexts(
      await print({ date: { at: null, zoneMinutes: null, raw: 'yesterday' } }, 'en'),
    ).join('')
    expect(text).toContain('yesterday (The message states no date)')
  })

  test('shows the address behind a name that looks like another', async () => {
    const from = [{ name: 'boss@keller.example', address: 'thief@evil.example' }]
    expect(pageTexts(await print({ from })).join('')).toContain('boss@keller.example <thief@evil.example>')
  })
})
