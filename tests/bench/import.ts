import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeMailFolder } from './generate-mail.ts'
import { peakMiB, round, timed } from './measure.ts'
import { benchNotmuch } from './native-indexer.ts'
import { addBenchCase, openNewProgram } from './open-program.ts'
import { readAndHash } from './read-and-hash.ts'

/** Peak of this process's children, MiB: the worker that reads. */
function peakOfChildren(): number {
  const children = readdirSync('/proc/self/task').flatMap((task) => readChildren(task))
  return Math.max(0, ...children.map(peakMiB))
}

function readChildren(task: string): number[] {
  try {
    return (
      process
        .getBuiltinModule('node:fs')
        .readFileSync(`/proc/self/task/${task}/children`, 'utf8')
        .match(/\d+/gu) ?? []
    ).map(Number)
  } catch {
    return []
  }
}

/** Watches how large the workers become; `stop` tells the largest, MiB. */
export function watchWorkers(): { stop(): number } {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOfChildren())
  }, 250)
  return {
    stop() {
      clearInterval(watch)
      return peak
    },
  }
}

/** Import of generated messages against the same bytes merely read and hashed, and indexed by notmuch where it is installed, in one run. */
export async function benchImport(count: number) {
  const mail = await mkdtemp(join(tmpdir(), 'redchop-mail-'))
  const open = await openNewProgram()
  try {
    await writeMailFolder(mail, count)
    const plain = await timed(() => readAndHash(mail))
    const caseId = addBenchCase(open)
    const desk = open.program.session.desk()
    const workers = watchWorkers()
    const imported = await timed(async () => {
      const { jobId, importId } = desk.evidence.import(caseId, [mail])
      const job = await desk.jobs.ended(jobId)
      return {
        job,
        receipt: desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 }).receipt,
      }
    })
    const peakWorkerMiB = workers.stop()
    return {
      bench: 'import',
      messages: count,
      gigabytes: round(plain.value / 1e9),
      state: imported.value.job?.state,
      stored: imported.value.receipt.counts.stored,
      readAndHashSeconds: round(plain.seconds),
      importSeconds: round(imported.seconds),
      ratio: round(imported.seconds / plain.seconds),
      messagesPerSecond: Math.round(count / imported.seconds),
      longestBlockMs: imported.longestBlockMs,
      peakMainMiB: peakMiB(),
      peakWorkerMiB,
      notmuch: await benchNotmuch(mail, open.folder, count),
      loadAverage: round(loadavg()[0] ?? 0, 1),
    }
  } finally {
    await open.close()
    await rm(mail, { recursive: true, force: true })
  }
}
