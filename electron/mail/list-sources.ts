import { lstat, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SkipReason } from '@bridge/model/message.ts'
import { isOtherArchive, kindByContent, kindByName, SNIFF_BYTES } from './sniff-kind.ts'
import { type SourceFile, skipReasonOf } from './source-file.ts'

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function leftOut(path: string, name: string, skipped: SkipReason, sizeBytes = 0): SourceFile {
  return { path, name, kind: 'other', sizeBytes, skipped }
}

async function describe(path: string, name: string, sizeBytes: number): Promise<SourceFile> {
  const kind = kindByName(name) ?? kindByContent(await readHead(path), name)
  if (kind !== 'other') return { path, name, kind, sizeBytes, skipped: null }
  return leftOut(path, name, isOtherArchive(name) ? 'OTHER_ARCHIVE' : 'NOT_MAIL', sizeBytes)
}

async function* walk(path: string, name: string): AsyncGenerator<SourceFile, void, undefined> {
  try {
    const stat = await lstat(path)
    if (stat.isSymbolicLink()) {
      yield leftOut(path, name, 'SYMBOLIC_LINK')
    } else if (stat.isDirectory()) {
      const entries = await readdir(path)
      for (const entry of entries.sort()) yield* walk(join(path, entry), `${name}/${entry}`)
    } else {
      yield stat.isFile() ? await describe(path, name, stat.size) : leftOut(path, name, 'NOT_MAIL')
    }
  } catch (error) {
    yield leftOut(path, name, skipReasonOf(error))
  }
}

/**
 * The files below the chosen files and folders, each folder in the order of its names, links not followed. What cannot
 * be looked at is listed with the reason; nothing is left out and nothing throws.
 */
export async function* listSources(paths: readonly string[]): AsyncGenerator<SourceFile, void, undefined> {
  for (const path of paths) yield* walk(path, basename(path))
}
