import { setImmediate } from 'node:timers/promises'
import type { FileStore, NewFile } from '../../files/index.ts'
import type { MailReader, SourceItem } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'
import { FILE_FROM_BYTES, hasOriginal } from './originals.ts'
import { type IntakeSource, nameSkipped, takeIn } from './take-in.ts'

/** What an import is made with. */
export interface ImportParts extends ServiceParts {
  files: FileStore
  reader: MailReader
}

/** Gathered before the disk is asked to make them durable together, while the next ones are being read. */
const BATCH_ITEMS = 128
const BATCH_BYTES = 16 * 1024 * 1024
/** One transaction holds at most this much, so that the main process is free again within 50 ms. */
const WRITE_ITEMS = 12
const WRITE_TEXT_LENGTH = 100_000

export interface ImportBatch {
  /** Takes one item over; waits only while the batch before is still being written. */
  add(item: SourceItem): Promise<void>
  /** Resolves when everything taken over is durable. */
  finish(): Promise<void>
}

/** Writes items in the order they come: the bytes of large originals first, then rows, custody and audit in small transactions. */
export function createImportBatch(parts: ImportParts, importId: string, caseId: string): ImportBatch {
  let waiting: SourceItem[] = []
  let waitingBytes = 0
  let position = 0
  let writing: Promise<void> = Promise.resolve()

  const write = async (items: readonly SourceItem[]): Promise<void> => {
    const healed = await keepLargeOriginals(parts, items)
    for (const slice of slicesOf(items)) {
      const at = parts.clock.now()
      parts.store.write((writer) => {
        for (const item of slice) {
          const source: IntakeSource = { importId, caseId, position: position++, ...originOf(item) }
          if (item.kind === 'skipped') nameSkipped(parts, writer, source, item.reason, at)
          else takeIn(parts, writer, { source, ...item, healed: healed.delete(item.sha256) }, at)
        }
      })
      await setImmediate()
    }
    parts.store.checkpoint()
  }

  const flush = async (): Promise<void> => {
    const items = waiting
    waiting = []
    waitingBytes = 0
    await writing
    writing = write(items)
    writing.catch(() => undefined) // whoever waits next is told
  }

  return {
    async add(item) {
      waiting.push(item)
      if (item.kind === 'message') waitingBytes += item.bytes.length
      if (waiting.length >= BATCH_ITEMS || waitingBytes >= BATCH_BYTES) await flush()
    },
    async finish() {
      await flush()
      await writing
    },
  }
}

function* slicesOf(items: readonly SourceItem[]): Generator<SourceItem[]> {
  let slice: SourceItem[] = []
  let length = 0
  for (const item of items) {
    slice.push(item)
    if (item.kind === 'message' && item.reading.ok) length += item.reading.message.text.length
    if (slice.length < WRITE_ITEMS && length < WRITE_TEXT_LENGTH) continue
    yield slice
    slice = []
    length = 0
  }
  if (slice.length > 0) yield slice
}

function originOf(item: SourceItem) {
  const { sourceName, offset, containerSha256, itemNumber, folder } = item
  const labels = item.kind === 'message' && item.labels.length > 0 ? item.labels.join('\n') : null
  return { sourceName, sourceOffset: offset, containerSha256, itemNumber, folder, labels }
}

/** The file it came from, and its place in a mailbox file. */
function nameOf({ sourceName, offset, itemNumber }: SourceItem): string {
  const place = offset ?? itemNumber
  return place === null ? sourceName : `${sourceName} ${place}`
}

/**
 * Puts the bytes of large originals into the file store, those of known ones too: their file may have been spoilt or lost since,
 * and this may be the last time that anybody offers them. Gives the digests of those that were, and are whole again.
 */
async function keepLargeOriginals(
  { store, files }: ImportParts,
  items: readonly SourceItem[],
): Promise<Set<string>> {
  const large = new Map<string, NewFile>()
  for (const item of items)
    if (item.kind === 'message' && item.bytes.length >= FILE_FROM_BYTES)
      large.set(item.sha256, { sha256: item.sha256, bytes: item.bytes, sourceName: nameOf(item) })
  if (large.size === 0) return new Set()
  const known = new Set([...large.keys()].filter((sha256) => hasOriginal(store.read, sha256)))
  const written = await files.putMany([...large.values()])
  return new Set(written.filter((sha256) => known.has(sha256)))
}
