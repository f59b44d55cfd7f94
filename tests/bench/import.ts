import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeMailFolder } from './generate-mail.ts'
import { peakMiB, round, timed } from './measure.ts'
import { addBenchCase, openNewProgram } from './open-program.ts'

/** Reads and hashes every file below `folder`: the least any import can do. */
async function readAndHash(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = await readFile(join(entry.parentPath, entry.name))
    createHash('sha256').update(content).digest()
    bytes += content.length
  }
  return bytes
}

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

/** Import of generated messages against the same bytes merely read and hashed, in one run. */
export async function benchImport(count: number) {
  const mail = await mkdtemp(join(tmpdir(), 'redchop-mail-'))
  const open = await openNewProgram()
  try {
    await writeMailFolder(mail, count)
    const plain = await timed(() => readAndHash(mail))
    const caseId = addBenchCase(open)
    const desk = open.program.session.desk()
    let workerPeak = 0
    const watch = setInterval(() => {
      workerPeak = Math.max(workerPeak, peakOfChildren())
    }, 250)
    const imported = await timed(async () => {
      const { jobId, importId } = desk.evidence.import(caseId, [mail])
      const job = await desk.jobs.ended(jobId)
      return {
        job,
        receipt: desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 }).receipt,
      }
    })
    clearInterval(watch)
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
      peakWorkerMiB: workerPeak,
    }
  } finally {
    await open.close()
    await rm(mail, { recursive: true, force: true })
  }
}
