import { type UnzipFileInfo, unzipSync } from 'fflate'
import { digestOf } from '../../files/digest.ts'
import type { BundleFile, BundleSource } from './bundle-source.ts'

/** DEFLATE makes nothing smaller than this (zlib's "Technical Details"): a larger promise is a lie to fill the memory. */
const MOST_RATIO = 1_032

/** The entries of a ZIP as its directory lists them; undefined where it has none. */
export function openZip(zip: Uint8Array): BundleSource | undefined {
  const files = new Map<string, BundleFile>()
  const strange: string[] = []
  try {
    unzipSync(zip, {
      filter(entry) {
        const path = entry.name.normalize('NFC')
        if (path.endsWith('/')) return false
        if (files.has(path)) strange.push(path)
        else files.set(path, fileOf(zip, entry))
        return false
      },
    })
  } catch {
    return undefined
  }
  return { files, strange }
}

function fileOf(zip: Uint8Array, { name, size, originalSize }: UnzipFileInfo): BundleFile {
  const read = async (): Promise<Uint8Array | undefined> => {
    if (originalSize > size * MOST_RATIO) return undefined
    try {
      return unzipSync(zip, { filter: (entry) => entry.name === name })[name]
    } catch {
      return undefined
    }
  }
  return {
    sizeBytes: originalSize,
    read,
    async sha256() {
      const bytes = await read()
      return bytes && (await digestOf(bytes))
    },
  }
}
