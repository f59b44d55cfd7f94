import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeMailbox } from './generate-mail.ts'
import { watchWorkers } from './import.ts'
import { peakMiB, round, timed } from './measure.ts'
import { addBenchCase, openNewProgram } from './open-program.ts'

/** One mailbox file of so many MB taken in, and how large the two processes become; peer: the file read and hashed in a stream. */
export async function benchMailbox(megabytes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'redchop-mbox-'))
  const open = await openNewProgram()
  try {
    const path = join(folder, 'all.mbox')
    const messages = await writeMailbox(path, { megabytes })
    const before = peakMiB()
    const plain = await timed(() => hashStream(path))
    const desk = open.program.session.desk()
    const caseId = addBenchCase(open)
    const workers = watchWorkers()
    const imported = await timed(async () => {
      const { jobId, importId } = desk.evidence.import(caseId, [path])
      await desk.jobs.ended(jobId)
      return desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 }).receipt.counts
    })
    return {
      bench: 'mailbox',
      megabytes: Math.round((await stat(path)).size / 1e6),
      messages,
      ...imported.value,
      readAndHashSeconds: round(plain.seconds),
      importSeconds: round(imported.seconds),
      ratio: round(imported.seconds / plain.seconds),
      peakMainMiBBefore: before,
      peakMainMiB: peakMiB(),
      peakWorkerMiB: workers.stop(),
      longestBlockMs: imported.longestBlockMs,
      loadAverage: round(loadavg()[0] ?? 0, 1),
    }
  } finally {
    await open.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function hashStream(path: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  hash.digest()
}
