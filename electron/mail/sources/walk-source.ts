import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { openFileSource } from '../byte-source.ts'
import { mailLimits } from '../limits.ts'
import { splitMbox } from '../mbox/split-mbox.ts'
import { type SourceFile, skipReasonOf, WHOLE } from '../source-file.ts'
import type { Content, Found, Walked } from './found.ts'
import { walkPst } from './walk-pst.ts'
import { walkZip } from './walk-zip.ts'

const READ_AHEAD_BYTES = 1024 ** 2

function contentOf({ path, name, sizeBytes }: SourceFile): Content {
  return {
    name,
    sizeBytes,
    stream: () => createReadStream(path, { highWaterMark: READ_AHEAD_BYTES }),
    bytes: () => readFile(path),
    random: async () => openFileSource(path),
  }
}

async function* walkMbox({ content, place }: Walked): AsyncGenerator<Found, void, undefined> {
  let count = 0
  for await (const { bytes, offset } of splitMbox(() => content.stream())) {
    count += 1
    yield { place: { ...place, offset }, form: 'mail', open: async () => bytes }
  }
  if (count === 0) yield { place, skipped: 'NO_MESSAGES' }
}

function whole({ kind, content, place, depth }: Walked): Found {
  if (content.sizeBytes > mailLimits.keptBytes) return { place, skipped: 'TOO_LARGE' }
  return {
    place,
    form: kind === 'document' ? 'document' : 'mail',
    async open(expect) {
      expect(content.sizeBytes)
      try {
        return await content.bytes()
      } catch (error) {
        return depth > 0 ? 'DAMAGED' : skipReasonOf(error)
      }
    },
  }
}

/** The things in one source or in a file of an archive, in their order. Throws what the disk throws. */
export async function* walkContent(walked: Walked): AsyncGenerator<Found, void, undefined> {
  if (walked.kind === 'mbox') yield* walkMbox(walked)
  else if (walked.kind === 'pst') yield* walkPst(walked)
  else if (walked.kind === 'zip') yield* walkZip(walked, walkContent)
  else yield whole(walked)
}

async function digestOf(content: Content): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of content.stream()) digest.update(piece)
  return digest.digest('hex')
}

/**
 * The things in a source, in an order that is always the same. A mailbox of Outlook's or an archive is hashed as a whole
 * first, so that what is taken out of it can be shown to come from it. Throws what the disk throws.
 */
export async function* walkSource(source: SourceFile): AsyncGenerator<Found, void, undefined> {
  const content = contentOf(source)
  const isContainer = source.kind === 'pst' || source.kind === 'zip'
  const containerSha256 = isContainer ? await digestOf(content) : null
  yield* walkContent({
    kind: source.kind,
    content,
    place: { ...WHOLE, containerSha256 },
    depth: 0,
    budget: null,
  })
}
