import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { PAGE_POLICY } from '../../../electron/app/content-security.ts'
import config from '../../../electron.vite.config.ts'
import { findChromium } from '../../../tools/lib/find-chromium.mjs'
import { SCENE, type Scene } from './scenes.ts'

/** How to start the Chromium of this machine for the views. */
export const launchOptions = { executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox'] }

const root = resolve(import.meta.dirname, '../../..')
/** Where the built site lies; two runs at once need two places. */
const out = process.env.VIEWS_SITE ?? join(root, '.cache/views-site')
const ORIGIN = 'https://views.redchop.invalid'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** A mail body as main would serve it: harmless, and with nothing to load. */
const BODY = `<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;padding:16px">
<p>林晓敏女士：</p><p>余款 <b>USD 89,880.00</b> 属实。</p><p>Dear Marta, the balance is acknowledged.</p></body>`

/** When the newest source of the site was changed. */
async function newestChange(): Promise<number> {
  const folders = [join(root, 'src'), import.meta.dirname]
  const files = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const paths = files.flat().flatMap((file) => (file.isFile() ? [join(file.parentPath, file.name)] : []))
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs))
  return Math.max(...times)
}

/**
 * Builds the renderer with the product's own configuration, and the fake bridge, into `.cache/views-site`; not again
 * while nothing of `src` has changed.
 */
export async function buildViewsSite(): Promise<void> {
  const built = await stat(join(out, 'fake/fake.js')).catch(() => null)
  if (built && built.mtimeMs > (await newestChange())) return
  const { renderer } = config
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    build: { ...renderer?.build, outDir: join(out, 'page'), emptyOutDir: true },
  })
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: renderer?.resolve ?? {},
    build: {
      outDir: join(out, 'fake'),
      emptyOutDir: true,
      lib: {
        entry: join(import.meta.dirname, 'page-entry.ts'),
        formats: ['iife'],
        name: 'fake',
        fileName: () => 'fake.js',
      },
    },
  })
}

/** Opens the built window over a scene, under the product's content security policy. Nothing leaves the machine. */
export async function openViews(page: Page, scene: Partial<Scene> = {}, place = '/'): Promise<void> {
  await page.addInitScript((given) => Object.assign(window, { fakeScene: given }), { ...SCENE, ...scene })
  await page.addInitScript({ path: join(out, 'fake/fake.js') })
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/content/')) return route.fulfill({ contentType: 'text/html', body: BODY })
    const path = join(out, 'page', pathname === '/' ? 'index.html' : pathname)
    const body = await readFile(path).catch(() => null)
    if (!body) return route.fulfill({ status: 404 })
    return route.fulfill({
      body,
      contentType: TYPES[extname(path)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': PAGE_POLICY },
    })
  })
  await page.goto(`${ORIGIN}/#${place}`)
}
