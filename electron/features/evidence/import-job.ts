import type { FileStore } from '../../files/index.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import { factId } from '../../platform/facts.ts'
import type { MailReader, SourceItem } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'
import { endImport, findReceipt } from './intakes-store.ts'
import { FILE_FROM_BYTES, hasOriginal } from './originals.ts'
import { type IntakeSource, nameSkipped, takeIn } from './take-in.ts'

export interface ImportParts extends ServiceParts {
  files: FileStore
  reader: MailReader
}

/** One transaction holds at most this much, so that the main process is free again within 50 ms. */
const BATCH_ITEMS = 24
const BATCH_TEXT_LENGTH = 400_000

/**
 * Takes in everything under `paths`. What is stored before a cancel or a failure stays stored and is in the receipt; the bytes of an
 * original are durable before the row that names them.
 */
export async function runImport(
  parts: ImportParts,
  { caseId, importId }: { caseId: string; importId: string },
  paths: readonly string[],
  { signal, progress }: JobContext,
): Promise<void> {
  const batch = createBatch(parts, { caseId, importId })
  let totalBytes = 0
  let complete = false
  try {
    await parts.reader.readSources(paths, {
      signal,
      onPlan: ({ bytes }) => {
        totalBytes = bytes
        progress('reading', 0, bytes)
      },
      onItem: async (item, doneBytes) => {
        await batch.add(item)
        progress('reading', doneBytes, totalBytes)
      },
    })
    complete = true
  } finally {
    await batch.flush()
    finish(parts, caseId, importId, !complete)
  }
}

function createBatch(parts: ImportParts, { caseId, importId }: { caseId: string; importId: string }) {
  let waiting: SourceItem[] = []
  let textLength = 0
  let position = 0

  const flush = async () => {
    const items = waiting
    waiting = []
    textLength = 0
    if (items.length === 0) return
    await keepLargeOriginals(parts, items)
    const at = parts.clock.now()
    parts.store.write((writer) => {
      for (const item of items) {
        const source: IntakeSource = {
          importId,
          caseId,
          position: position++,
          sourceName: item.sourceName,
          sourceOffset: item.kind === 'message' && item.sourceKind === 'mbox' ? item.offset : null,
        }
        if (item.kind === 'skipped') nameSkipped(parts, writer, source, item.reason, at)
        else
          takeIn(parts, writer, { source, bytes: item.bytes, sha256: item.sha256, reading: item.reading }, at)
      }
    })
  }

  return {
    flush,
    async add(item: SourceItem) {
      waiting.push(item)
      if (item.kind === 'message' && item.reading.ok) textLength += item.reading.message.text.length
      if (waiting.length >= BATCH_ITEMS || textLength >= BATCH_TEXT_LENGTH) await flush()
    },
  }
}

async function keepLargeOriginals(
  { store, files }: ImportParts,
  items: readonly SourceItem[],
): Promise<void> {
  const large = new Map<string, Buffer>()
  for (const item of items)
    if (
      item.kind === 'message' &&
      item.bytes.length >= FILE_FROM_BYTES &&
      !hasOriginal(store.read, item.sha256)
    )
      large.set(item.sha256, item.bytes)
  if (large.size > 0) await files.putMany([...large].map(([sha256, bytes]) => ({ sha256, bytes })))
}

function finish(
  { store, audit, clock }: ImportParts,
  caseId: string,
  importId: string,
  cancelled: boolean,
): void {
  const at = clock.now()
  store.write((writer) => {
    endImport(writer, importId, at, cancelled)
    const counts = findReceipt(writer, importId)?.counts
    audit.append(writer, {
      act: 'import.ended',
      objectId: importId,
      facts: { case: factId(caseId), cancelled, ...counts },
    })
  })
}
