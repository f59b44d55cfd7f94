import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Noto Sans SC as static TrueType (SIL Open Font License 1.1): for printed pages, and subset again for stamps. */
export interface Fonts {
  regular: Uint8Array
  bold: Uint8Array
}

/**
 * Reads the two faces from `folder`: `fonts` beside the built main process, or the package
 * `@expo-google-fonts/noto-sans-sc` itself, which has the same layout.
 */
export async function readFonts(folder: string): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    readFile(join(folder, '400Regular/NotoSansSC_400Regular.ttf')),
    readFile(join(folder, '700Bold/NotoSansSC_700Bold.ttf')),
  ])
  return { regular, bold }
}
