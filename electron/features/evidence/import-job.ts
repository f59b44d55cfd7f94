import type { JobContext } from '../../jobs/job-runner.ts'
import { factId } from '../../platform/facts.ts'
import { createImportBatch, type ImportParts } from './import-batch.ts'
import { endImport, findReceipt } from './intakes-store.ts'

/**
 * Takes in everything under `paths`. What is stored before a cancel or a failure stays stored and is in the receipt; the
 * bytes of an original are durable before the row that names them.
 */
export async function runImport(
  parts: ImportParts,
  { caseId, importId }: { caseId: string; importId: string },
  paths: readonly string[],
  { signal, progress }: JobContext,
): Promise<void> {
  const batch = createImportBatch(parts, importId, caseId)
  let totalBytes = 0
  let complete = false
  progress('listing', 0, 0)
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
    await batch.finish()
    finish(parts, caseId, importId, !complete)
  }
}

function finish(
  { store, audit, clock }: ImportParts,
  caseId: string,
  importId: string,
  cancelled: boolean,
): void {
  store.write((writer) => {
    endImport(writer, importId, clock.now(), cancelled)
    const counts = findReceipt(writer, importId)?.counts
    const facts = { case: factId(caseId), cancelled, ...counts }
    audit.append(writer, { act: 'import.ended', objectId: importId, facts })
  })
  store.checkpoint()
}
