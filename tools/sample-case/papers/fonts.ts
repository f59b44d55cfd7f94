import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')).replace(
  /package\.json$/,
  '',
)

/** Noto Sans SC (OFL 1.1), static TrueType: the outlines a subset keeps and every viewer paints. */
export const regularFont = readFileSync(`${folder}400Regular/NotoSansSC_400Regular.ttf`)
export const boldFont = readFileSync(`${folder}700Bold/NotoSansSC_700Bold.ttf`)
