import { describe, expect, test } from 'vitest'
import type { InlineImages } from './inline-images.ts'
import { sanitiseHtml } from './sanitise-html.ts'

const PIXEL = 'data:image/png;base64,iVBORw0KGgo='
const images: InlineImages = { find: (id) => (id === 'a@b' ? PIXEL : null) }
const clean = (html: string) => sanitiseHtml(html, images)

/** Whatever could load, run, navigate or leave the frame. */
const DANGER =
  /<(?:script|iframe|form|input|object|embed|link|meta|base|svg|math|style|video|audio)|\bon\w+\s*=|javascript:|https?:[^"<]*\.(?:png|css|js)|url\(|@import|expression\(|\bsrcset|\bhref\s*=|\baction\s*=|\bid\s*=|\bname\s*=|position\s*:/i

describe('nothing that acts is left', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe src="https://x.example"></iframe>',
    '<form action="https://x.example"><input name=p><button>ok</button></form>',
    '<link rel=stylesheet href="https://x.example/a.css">',
    '<meta http-equiv=refresh content="0;url=https://x.example">',
    '<base href="https://x.example/">',
    '<style>@import "https://x.example/a.css"; body{background:url(https://x.example/a.png)}</style>',
    '<p style="background:url(https://x.example/a.png)">x</p>',
    '<p style="background:u\\72l(https://x.example/a.png)">x</p>',
    '<p style="background-image:image-set(\'https://x.example/a.png\' 1x)">x</p>',
    '<p style="width:expression(alert(1))">x</p>',
    '<div style="position:fixed;top:0;left:0">over everything</div>',
    '<table background="https://x.example/a.png"><tr><td background="https://x.example/b.png">x</td></tr></table>',
    '<img srcset="https://x.example/a.png 2x" src="https://x.example/a.png">',
    '<picture><source srcset="https://x.example/a.png"><img src="https://x.example/a.png"></picture>',
    '<video poster="https://x.example/a.png" src="https://x.example/a"></video>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea><img src=x onerror=alert(1)></textarea>',
    '<title><img src=x onerror=alert(1)></title>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<object data="https://x.example/a.swf"><embed src="https://x.example/a.swf"></object>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="data:image/png;base64,AAAA\' onerror=alert(1) \'">',
  ])('%s', (html) => {
    // A link's target may stand in a title, to be read; there it is text.
    expect(clean(html).html.replace(/ title="[^"]*"/g, '')).not.toMatch(DANGER)
  })
})

describe('what the sender said is kept', () => {
  test('a link keeps its text, and its target to be read', () => {
    expect(clean('<a href="https://x.example/pay?a=1&amp;b=2">pay here</a>').html).toBe(
      '<a title="https://x.example/pay?a=1&amp;b=2">pay here</a>',
    )
  })

  test('colours, tables and fonts stay', () => {
    const html =
      '<table border="1"><tr><td colspan="2" style="color:rgb(1, 2, 3);font-family:\'宋体\', serif">合同</td></tr></table>'
    expect(clean(html).html).toContain('colspan="2"')
    expect(clean(html).html).toContain('rgb(1, 2, 3)')
    expect(clean(html).html).toContain('宋体')
  })

  test('the text of an unknown element stays, of a script goes', () => {
    expect(clean('<o:p>kept</o:p><script>gone</script>').html).toBe('kept')
  })
})

describe('pictures', () => {
  test('one that came with the message is shown from its own bytes', () => {
    expect(clean('<img src="cid:a@b" alt="x">')).toEqual({
      html: `<img alt="x" src="${PIXEL}" />`,
      blockedImages: 0,
    })
    expect(clean('<img src="CID:a%40b">').html).toContain(PIXEL)
  })

  test('all others go and are counted', () => {
    const html =
      '<img src="https://x.example/a.png"><img src="//x.example/b.gif"><img src="cid:unknown"><img>'
    expect(clean(html)).toEqual({ html: '', blockedImages: 4 })
  })
})
