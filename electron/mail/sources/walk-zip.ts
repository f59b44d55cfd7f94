import { Readable } from 'node:stream'
import type { SkipReason } from '@bridge/model/message.ts'
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { type ByteSource, byteSourceOf } from '../byte-source.ts'
import { mailLimits } from '../limits.ts'
import { isOtherArchive, kindByContent, kindByName, SNIFF_BYTES } from '../sniff-kind.ts'
import type { SourceFile } from '../source-file.ts'
import { shownPath } from '../structure/safe-file-name.ts'
import { listZip, type ZipMember } from '../zip/open-zip.ts'
import { ArchiveBudget } from './archive-budget.ts'
import type { Content, Found, Walked } from './found.ts'

type Walk = (walked: Walked) => AsyncGenerator<Found, void, undefined>

const PIECE_BYTES = 256 * 1024

/** Lets the reader of archives read from wherever the archive lies. */
class ArchiveReader extends RandomAccessReader {
  readonly #source: ByteSource

  constructor(source: ByteSource) {
    super()
    this.#source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source
    function* pieces(): Generator<Buffer, void, undefined> {
      for (let at = start; at < end; at += PIECE_BYTES) yield source.read(at, Math.min(PIECE_BYTES, end - at))
    }
    return Readable.from(pieces(), { objectMode: false })
  }
}

async function open(source: ByteSource): Promise<ZipFile | SkipReason> {
  try {
    // Names come in octets: what charset they are in is found out over all of them.
    return await fromRandomAccessReaderPromise(new ArchiveReader(source), source.sizeBytes, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    })
  } catch {
    return 'DAMAGED'
  }
}

/** Up to `limit` bytes of a stream; fewer where it ends before. Throws what the archive throws. */
async function gather(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece)
    length += piece.length
    if (length >= limit) break
  }
  return Buffer.concat(pieces).subarray(0, limit)
}

function contentOf(member: ZipMember, name: string): Content {
  const bytes = (): Promise<Buffer> => gather(member.stream(), mailLimits.messageBytes)
  return {
    name,
    sizeBytes: member.sizeBytes,
    stream: () => member.stream(),
    bytes,
    random: async () => byteSourceOf(await bytes()),
  }
}

async function kindOf(member: ZipMember): Promise<SourceFile['kind']> {
  return kindByName(member.name) ?? kindByContent(await gather(member.stream(), SNIFF_BYTES), member.name)
}

/** A mailbox of one message after another needs no memory for the whole of it; all other kinds do. */
const isTooLarge = (kind: SourceFile['kind'], { sizeBytes }: ZipMember): boolean =>
  kind !== 'mbox' && sizeBytes > mailLimits.messageBytes

async function* walkMember(
  { content, place, depth }: Walked,
  member: ZipMember,
  budget: ArchiveBudget,
  walk: Walk,
): AsyncGenerator<Found, void, undefined> {
  const path = shownPath(member.name)
  const at = { ...place, below: place.below === '' ? path : `${place.below}/${path}` }
  const refused = member.refused ?? budget.take(member)
  if (refused !== null) {
    yield { place: at, skipped: refused }
    return
  }
  try {
    const kind = await kindOf(member)
    const name = `${content.name}/${path}`
    if (kind === 'other')
      yield { place: at, skipped: isOtherArchive(member.name) ? 'OTHER_ARCHIVE' : 'NOT_MAIL' }
    else if (isTooLarge(kind, member)) yield { place: at, skipped: 'TOO_LARGE' }
    else if (kind === 'zip' && depth + 1 >= mailLimits.archiveDepth) yield { place: at, skipped: 'TOO_DEEP' }
    else yield* walk({ kind, content: contentOf(member, name), place: at, depth: depth + 1, budget })
  } catch {
    yield { place: at, skipped: 'DAMAGED' }
  }
}

/** The things in the files of an archive, archives in it included. Nothing is written anywhere; names are only shown. */
export async function* walkZip(walked: Walked, walk: Walk): AsyncGenerator<Found, void, undefined> {
  const { content, place } = walked
  const source = await content.random()
  try {
    const zip = await open(source)
    if (typeof zip === 'string') {
      yield { place, skipped: zip }
      return
    }
    const { members, cut } = await listZip(zip)
    const budget = walked.budget ?? new ArchiveBudget(source.sizeBytes)
    for (const member of members) yield* walkMember(walked, member, budget, walk)
    if (cut !== null) yield { place, skipped: cut }
    else if (members.length === 0) yield { place, skipped: 'NO_MESSAGES' }
  } finally {
    source.close()
  }
}
