import type { SkipReason } from '@bridge/model/message.ts'
import type { Entry, ZipFile } from 'yauzl'
import { mailLimits } from '../limits.ts'
import { namesOf } from './entry-names.ts'

/** A file of an archive, or why it is not taken out. */
export interface ZipMember {
  /** Its path inside, with `/`, in characters; never used as a path. */
  readonly name: string
  readonly sizeBytes: number
  readonly packedBytes: number
  readonly refused: SkipReason | null
  stream(): AsyncIterable<Uint8Array>
}

export interface ZipListing {
  readonly members: readonly ZipMember[]
  /** Why the list ends before the archive does; null where it is whole. */
  readonly cut: SkipReason | null
}

const UNIX_KIND = 0o170000
const UNIX = { file: 0o100000, folder: 0o040000, link: 0o120000 } as const
/** A path that leads out of the archive, or onto a drive of its own. */
const UNSAFE = /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\0/
/** What macOS puts beside each file, and Windows into each folder. */
const BY_THE_WAY = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/

const isFolder = (name: string): boolean => name.endsWith('/')

/** Local records that lie inside one another make a small file swell without end (Fifield 2019). */
function overlapping(entries: readonly Entry[]): Set<Entry> {
  const found = new Set<Entry>()
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  let last: Entry | undefined
  for (const entry of sorted) {
    if (last && entry.relativeOffsetOfLocalHeader < end) found.add(entry).add(last)
    const ownEnd = entry.relativeOffsetOfLocalHeader + entry.compressedSize
    if (ownEnd >= end) [end, last] = [ownEnd, entry]
  }
  return found
}

function refusalOf(entry: Entry, name: string, overlaps: boolean): SkipReason | null {
  const kind = (entry.externalFileAttributes >>> 16) & UNIX_KIND
  if (kind === UNIX.link) return 'SYMBOLIC_LINK'
  if ((kind !== 0 && kind !== UNIX.file && kind !== UNIX.folder) || BY_THE_WAY.test(name)) return 'NOT_MAIL'
  if (UNSAFE.test(name)) return 'UNSAFE_NAME'
  if (entry.isEncrypted()) return 'ENCRYPTED'
  if (!entry.canDecodeFileData()) return 'UNREADABLE'
  const swells = entry.uncompressedSize > entry.compressedSize * mailLimits.archiveFileRatio
  return overlaps || (swells && entry.uncompressedSize > mailLimits.archiveFreeBytes) ? 'BOMB' : null
}

async function listEntries(zip: ZipFile): Promise<{ entries: Entry[]; cut: SkipReason | null }> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= mailLimits.archiveFiles) return { entries, cut: 'TOO_MANY_FILES' }
      entries.push(entry)
    }
    return { entries, cut: null }
  } catch {
    return { entries, cut: 'DAMAGED' }
  }
}

async function* streamOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  yield* await zip.openReadStreamPromise(entry)
}

/** The files of an archive in its own order; folders are none. Never throws: what cannot be listed is said in `cut`. */
export async function listZip(zip: ZipFile): Promise<ZipListing> {
  const { entries, cut } = await listEntries(zip)
  const names = namesOf(entries)
  const overlaps = overlapping(entries)
  const members = entries.flatMap((entry, at) => {
    const name = (names[at] ?? '').replaceAll('\\', '/')
    if (isFolder(name)) return []
    return {
      name,
      sizeBytes: entry.uncompressedSize,
      packedBytes: entry.compressedSize,
      refused: refusalOf(entry, name, overlaps.has(entry)),
      stream: () => streamOf(zip, entry),
    }
  })
  return { members, cut }
}
