import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import {
  answerOpenDialog,
  answerSaveDialog,
  electronExecutable,
  expect,
  firstPage,
  launchElectron,
  test as redchop,
} from '../support/electron-app.ts'

/** What the page's preload exposes; what the main process keeps for these tests. */
declare global {
  interface Window {
    probe: {
      invoke(channel: string, ...args: unknown[]): Promise<unknown>
      send(channel: string, ...args: unknown[]): void
      on(channel: string, listener: (...args: unknown[]) => void): () => void
      pathOf(file: File): Promise<string>
      add(left: number, right: number): number
      version: number
    }
  }
  var opened: string[]
  var knocks: string[]
}

const root = resolve(import.meta.dirname, '../..')
const appDir = join(root, 'tests/support/standin-app')

const test = redchop.extend({
  electronApp: async ({ userData }, use) => {
    const electronApp = await launchElectron(appDir, { STANDIN_APP_DATA: userData })
    await use(electronApp)
    await electronApp.close()
  },
})

const openedBy = (electronApp: ElectronApplication): Promise<string[]> =>
  electronApp.evaluate(() => globalThis.opened)

test('a call carries values both ways, and refuses what cannot be cloned', async ({ page }) => {
  const back = await page.evaluate(async () => {
    const sent = {
      bytes: new Uint8Array([1, 255]),
      at: new Date(5),
      big: 7n,
      map: new Map([['a', undefined]]),
      中: null,
    }
    const got = (await window.probe.invoke('echo', sent)) as typeof sent
    return {
      bytes: [...got.bytes],
      isBytes: got.bytes instanceof Uint8Array,
      at: got.at.getTime(),
      big: String(got.big),
      has: got.map.has('a'),
      keys: Object.keys(got),
    }
  })
  expect(back).toEqual({
    bytes: [1, 255],
    isBytes: true,
    at: 5,
    big: '7',
    has: true,
    keys: ['bytes', 'at', 'big', 'map', '中'],
  })
  const refusal = page.evaluate(() => window.probe.invoke('echo', { nested: Symbol('no') }))
  await expect(refusal).rejects.toThrow(/could not be cloned/)
  await expect(page.evaluate(() => window.probe.invoke('refuse'))).rejects.toThrow(
    /Error invoking remote method 'refuse': Error: no such case/,
  )
  await expect(page.evaluate(() => window.probe.invoke('unknown'))).rejects.toThrow(
    /No handler registered for 'unknown'/,
  )
})

test('the page sees only what the preload exposed, and cannot change it', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    sum: window.probe.add(2, 3),
    version: window.probe.version,
    frozen: Object.isFrozen(window.probe),
    strangers: ['require', 'process', 'module', '__standin', '__standinPost'].filter(
      (name) => name in window,
    ),
    inFrame: document.querySelector('iframe')?.contentWindow?.length,
  }))
  expect(seen).toEqual({ sum: 5, version: 3, frozen: true, strangers: [], inFrame: 0 })
})

test('a handler is told which frame asks', async ({ page }) => {
  const sender = await page.evaluate(() => window.probe.invoke('sender'))
  expect(sender).toEqual({ url: 'app://bundle/', origin: 'app://bundle', isTop: true })
})

test('an event reaches its listener until it is taken off', async ({ page, electronApp }) => {
  const heard = await page.evaluate(async () => {
    const list: unknown[] = []
    const stop = window.probe.on('greeting', (text) => list.push(text))
    window.probe.send('greet', 'Li')
    while (list.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    stop()
    window.probe.send('greet', 'Wang')
    await window.probe.invoke('echo', 0)
    return list
  })
  expect(heard).toEqual(['hello Li'])
  const handle = await electronApp.browserWindow(page)
  await handle.evaluate((it) => it.webContents.send('greeting', 'nobody listens'))
  expect(await handle.evaluate((it) => it.isDestroyed())).toBe(false)
})

test('a test answers the dialogs', async ({ electronApp, userData }) => {
  await answerOpenDialog(electronApp, ['/tmp/a.eml'])
  await answerSaveDialog(electronApp, join(userData, 'bundle.zip'))
  const answers = await electronApp.evaluate(async ({ dialog }) => [
    await dialog.showOpenDialog({}),
    await dialog.showSaveDialog({}),
  ])
  expect(answers).toEqual([
    { canceled: false, filePaths: ['/tmp/a.eml'] },
    { canceled: false, filePath: join(userData, 'bundle.zip') },
  ])
})

test('the private scheme serves pages, bytes and refusals', async ({ page }) => {
  const { status, size, last } = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await fetch('/large')).arrayBuffer())
    return { status: (await fetch('/absent')).status, size: bytes.length, last: bytes.at(-1) }
  })
  expect({ status, size, last }).toEqual({ status: 404, size: 50 * 1024 * 1024, last: 7 })
})

test('a sandboxed frame keeps to its policy', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.reload()
  const frame = page.frameLocator('iframe[title=mail]')
  await expect(frame.getByText('a letter')).toBeVisible()
  const widthOf = (name: string): Promise<number> =>
    frame
      .getByAltText(name)
      .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : -1))
  await expect.poll(() => widthOf('inline')).toBe(4)
  expect(await widthOf('tracker')).toBe(0)
  await expect.poll(() => refused.join('\n')).toMatch(/tracker\.invalid.*Content Security Policy/s)
  expect(refused.join('\n')).toMatch(/script.*sandbox/is)
})

test('a hidden page without scripts prints', async ({ page }) => {
  const pdf = await page.evaluate(async () => {
    const bytes = (await window.probe.invoke('print')) as Uint8Array
    return new TextDecoder('latin1').decode(bytes)
  })
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
})

test('a worker process hears, answers and ends', async ({ page }) => {
  const outcome = await page.evaluate(() =>
    window.probe.invoke('worker', { text: '证据', bytes: new Uint8Array([1, 2, 3]) }),
  )
  expect(outcome).toMatchObject({ answer: { text: '证据', flavour: '--flavour=salt', sum: 6 }, exited: true })
})

test('two worker processes that were handed a channel talk to each other, and hear of an end', async ({
  page,
}) => {
  const bytes = new Uint8Array(3_000_000).map((_, at) => at % 249)
  const sum = bytes.reduce((total, byte) => (total + byte + 1) % 251, 0)
  expect(await page.evaluate((sent) => window.probe.invoke('pair', sent), bytes)).toEqual({
    ...{ heard: bytes.length, sum, closed: true },
  })
})

async function dropFiles(page: Page, selector: string, files: string[]): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not shown`)
  const devtools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files, dragOperationsMask: 1 },
    })
}

test('files dropped or chosen have a path, others have none', async ({ page, userData }) => {
  const files = ['付款.eml', 'b.eml'].map((name) => join(userData, name))
  for (const file of files) writeFileSync(file, 'Subject: x\r\n\r\n')
  await dropFiles(page, '#drop', files)
  await expect(page.locator('output')).toHaveText(files.join(' '))

  const input = page.getByLabel('file')
  await input.setInputFiles(files.slice(0, 1))
  const chosen = input.evaluate((it) => window.probe.pathOf((it as HTMLInputElement).files?.[0] as File))
  expect(await chosen).toBe(files[0])
  expect(await page.evaluate(() => window.probe.pathOf(new File(['made here'], 'made.eml')))).toBe('')
})

test('the page goes nowhere and opens nothing', async ({ page, electronApp, userData }) => {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(String(request.url))
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const outside = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const before = page.url()

  await page.evaluate((to) => {
    location.href = `${to}/away`
    window.open(`${to}/popup`)
  }, outside)
  await page.getByText('popup').evaluate((link, to) => link.setAttribute('href', `${to}/link`), outside)
  await page.getByText('popup').click()
  await page.getByText('popup').click({ modifiers: ['Control'] })
  const file = join(userData, 'x.html')
  writeFileSync(file, 'not here')
  await dropFiles(page, 'input', [file])

  await expect
    .poll(() => openedBy(electronApp))
    .toEqual([`${outside}/popup`, `${outside}/link`, `${outside}/link`])
  await expect.poll(() => electronApp.windows().length).toBe(1)
  expect(await page.evaluate(() => window.probe.add(1, 1))).toBe(2)
  expect(page.url()).toBe(before)
  expect(hits).toEqual([])
  server.close()
})

test('webRequest may stop a request before it is made', async ({ page, electronApp }) => {
  await electronApp.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) =>
      decide({ cancel: url.endsWith('/other') }),
    )
  })
  await expect(page.evaluate(() => fetch('/other').then(({ status }) => status))).rejects.toThrow(
    /Failed to fetch/,
  )
  expect(await page.evaluate(() => fetch('/red.svg').then(({ status }) => status))).toBe(200)
})

test('offline, the private scheme still answers', async ({ page, electronApp }) => {
  await electronApp.evaluate(({ session }) =>
    session.defaultSession.enableNetworkEmulation({ offline: true }),
  )
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false)
  await page.reload()
  expect(await page.evaluate(() => fetch('/red.svg').then(({ status }) => status))).toBe(200)
})

test('a second instance knocks and leaves; a third, after the first has gone, may stay', async ({
  page,
  electronApp,
  userData,
}) => {
  expect(await page.title()).toBe('Stand-in page')
  const second = spawn(electronExecutable(), ['--no-sandbox', appDir, 'knock'], {
    env: { ...process.env, STANDIN_APP_DATA: userData },
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect.poll(() => electronApp.evaluate(() => globalThis.knocks)).toEqual(['knock'])
  await electronApp.close()
  const third = await launchElectron(appDir, { STANDIN_APP_DATA: userData })
  await firstPage(third)
  await third.close()
})

test('a window tells its options, its title and its end', async ({ page, electronApp }) => {
  const handle = await electronApp.browserWindow(page)
  const facts = await handle.evaluate((it) => ({
    spellcheck: it.webContents.getLastWebPreferences()?.spellcheck,
    visible: it.isVisible(),
  }))
  expect(facts).toEqual({ spellcheck: false, visible: true })
  await expect.poll(() => handle.evaluate((it) => it.getTitle())).toBe('Stand-in page')
  const closed = electronApp.waitForEvent('close')
  await page.close()
  await closed
})
