import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type BundleComposer, createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import { ChromiumRenderer } from '../../electron/documents/pdf/chromium-renderer.ts'
import { findChromium } from '../../electron/documents/pdf/find-chromium.ts'
import { type Fonts, readFonts } from '../../electron/documents/pdf/fonts.ts'
import { startTestWorker } from '../support/start-test-worker.ts'

/** The fonts as the package ships them: the build copies the same files. */
export const fonts: Fonts = await readFonts(
  join(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc'),
)

export const composer: BundleComposer = createBundleComposer(startTestWorker, fonts)

/** One real Chromium for a test file, closed after it. */
export async function openRenderer(): Promise<ChromiumRenderer> {
  const renderer = new ChromiumRenderer(await findChromium(), fonts)
  afterAll(() => renderer.close())
  return renderer
}
