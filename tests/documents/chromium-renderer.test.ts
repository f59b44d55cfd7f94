import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ChromiumRenderer } from '../../electron/documents/pdf/chromium-renderer.ts'
import { findChromium } from '../../electron/documents/pdf/find-chromium.ts'
import { htmlPage } from '../../electron/documents/pdf/html-page.ts'
import { drawPage, inkOf, pageTexts } from './pdf-tools.ts'
import { fonts } from './print-setup.ts'
import { png } from './sample-bundle.ts'

const job = (body: string, assets = new Map<string, { contentType: string; bytes: Uint8Array }>()) => ({
  html: htmlPage({ language: 'zh-CN', css: '', body }),
  assets,
})

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('redchop-print-'))

/** The processes that were started with a folder of ours, by number. */
function browsersUsing(profile: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)
      } catch {
        return false
      }
    })
}

async function withRenderer<T>(use: (renderer: ChromiumRenderer) => Promise<T>): Promise<T> {
  const renderer = new ChromiumRenderer(await findChromium(), fonts)
  try {
    return await use(renderer)
  } finally {
    await renderer.close()
  }
}

describe('Chromium on the command line', () => {
  test('asks the network for nothing, whatever the page wants', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    const body = `<img src="${url}img"><link rel="stylesheet" href="${url}css"><iframe src="${url}frame"></iframe>
      <meta http-equiv="refresh" content="0;url=${url}away"><link rel="prefetch" href="${url}prefetch">
      <script>fetch('${url}script')</script><div style="background:url(${url}bg)">仍在此页</div>`
    const pdf = await withRenderer((renderer) => renderer.render(job(body)))
    server.close()
    expect(asked).toEqual([])
    expect(pageTexts(pdf).join('')).toContain('仍在此页')
  })

  test('runs no script', async () => {
    const body = '<p id="p">原文</p><script>document.getElementById("p").textContent="改写"</script>'
    const pdf = await withRenderer((renderer) => renderer.render(job(body)))
    expect(pageTexts(pdf).join('')).toContain('原文')
  })

  test('shows the job’s own assets, and those of no other job', async () => {
    const assets = new Map([['图 1.png', { contentType: 'image/png', bytes: png(50, 50, () => [0, 0, 0]) }]])
    const body = '<img src="assets/%E5%9B%BE%201.png" width="400" height="400">'
    const [shown, missing] = await withRenderer(async (renderer) => [
      await renderer.render(job(body, assets)),
      await renderer.render(job(body)),
    ])
    expect(inkOf(drawPage(shown ?? new Uint8Array(), 1))).toBeGreaterThan(0.1)
    expect(inkOf(drawPage(missing ?? new Uint8Array(), 1))).toBeLessThan(0.01)
  })

  test('answers many at once in their order, each with its own page', async () => {
    const pdfs = await withRenderer((renderer) =>
      Promise.all(['甲', '乙', '丙'].map((word) => renderer.render(job(`<p>${word}</p>`)))),
    )
    expect(pdfs.map((pdf) => pageTexts(pdf).join('').trim())).toEqual(['甲', '乙', '丙'])
  })

  test('leaves no process and no profile behind, and opens no port', async () => {
    const before = profiles()
    const renderer = new ChromiumRenderer(await findChromium(), fonts)
    await renderer.render(job('<p>一</p>'))
    const [mine = ''] = profiles().filter((name) => !before.includes(name))
    const pids = browsersUsing(mine)
    expect(pids.length).toBeGreaterThan(0)
    const listening = execFileSync('ss', ['-ltnp'], { encoding: 'utf8' })
    for (const pid of pids) expect(listening).not.toContain(`pid=${pid},`)
    await renderer.close()
    expect(browsersUsing(mine)).toEqual([])
    expect(profiles()).not.toContain(mine)
  })

  test('leaves no profile behind where the program ends by an error', async () => {
    const before = profiles()
    const at = (path: string) =>
      JSON.stringify(join(import.meta.dirname, '../../electron/documents/pdf', path))
    const program = `
      const { startChromium } = await import(${at('chromium-process.ts')})
      const { cdp } = await startChromium(${JSON.stringify(await findChromium())}, () => {})
      await cdp.send('Target.createTarget', { url: 'about:blank' })
      throw new Error('uncaught')`
    const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    })
    expect(ended.stderr).toContain('uncaught')
    expect(profiles().filter((name) => !before.includes(name))).toEqual([])
  })

  test('starts again after its browser died', async () => {
    await withRenderer(async (renderer) => {
      const before = profiles()
      await renderer.render(job('<p>一</p>'))
      const [mine = ''] = profiles().filter((name) => !before.includes(name))
      const [browser] = browsersUsing(mine)
      process.kill(Number(browser), 'SIGKILL')
      await expect(renderer.render(job('<p>二</p>'))).rejects.toMatchObject({ code: 'CHROMIUM_FAILED' })
      expect(pageTexts(await renderer.render(job('<p>三</p>'))).join('')).toContain('三')
    })
  })
})

describe('finding Chromium', () => {
  test('takes the one that is named, or says that it is missing', async () => {
    const found = await findChromium()
    expect(await findChromium({ REDCHOP_CHROMIUM: found })).toBe(found)
    await expect(findChromium({ PATH: '/nowhere' })).rejects.toMatchObject({ code: 'CHROMIUM_MISSING' })
    const named = { PATH: process.env.PATH ?? '', REDCHOP_CHROMIUM: '/no/such/browser' }
    await expect(findChromium(named)).rejects.toMatchObject({ code: 'CHROMIUM_MISSING' })
  })

  test('that cannot be started fails with a code', async () => {
    const renderer = new ChromiumRenderer('/bin/false', fonts)
    await expect(renderer.render(job('<p>一</p>'))).rejects.toMatchObject({ code: 'CHROMIUM_FAILED' })
    await renderer.close()
  })
})
