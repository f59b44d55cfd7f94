import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type BundleComposer, createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import { ChromiumRenderer } from '../../electron/documents/pdf/chromium-renderer.ts'
import { findChromium } from '../../electron/documents/pdf/find-chromium.ts'
import { type Fonts, readFonts } from '../../electron/documents/pdf/fonts.ts'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'

const root = join(import.meta.dirname, '../..')

/** The fonts as the package ships them: the build copies the same files. */
export const fonts: Fonts = await readFonts(join(root, 'node_modules/@expo-google-fonts/noto-sans-sc'))

/** The real worker, run from its source. */
export const startBundleWorker = startChildWorker((name) => join(root, `electron/workers/${name}.ts`))

export const composer: BundleComposer = createBundleComposer(startBundleWorker, fonts)

/** One real Chromium for a test file, closed after it. */
export async function openRenderer(): Promise<ChromiumRenderer> {
  const renderer = new ChromiumRenderer(await findChromium(), fonts)
  afterAll(() => renderer.close())
  return renderer
}
