import { strToU8, type Zippable, zipSync } from 'fflate'

/** DOS time knows no zone: the parts are given as local time, so that every machine writes the same stamp. */
const stamp = new Date(2025, 7, 19, 9, 0, 0)

/** Office parts as a ZIP with fixed times, in the order given. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    files[name] = [bytes, { mtime: stamp, level: 9 }]
  }
  return zipSync(files)
}
