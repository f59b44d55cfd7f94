import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeMailFolder } from './generate-mail.ts'
import { peakMiB, round, type Timed, timed } from './measure.ts'
import { addBenchCase, BENCH_PASSPHRASE, openNewProgram } from './open-program.ts'
import { readAndHash } from './read-and-hash.ts'

/** Copies a folder and hashes the copy: the least that a backup which is looked at again can do. */
async function copyAndHash(from: string, to: string): Promise<number> {
  await cp(from, to, { recursive: true })
  return readAndHash(to)
}

/** Backups of a vault of imported messages, each proven by a restore, and a restore, against copying and hashing its files. */
export async function benchBackup(count: number) {
  const outside = await mkdtemp(join(tmpdir(), 'redchop-mail-'))
  const open = await openNewProgram()
  const [mail, place, copy] = ['mail', 'backups', 'copy'].map((name) => join(outside, name)) as [
    string,
    string,
    string,
  ]
  try {
    const { session, restore } = open.program
    const { evidence, jobs, safekeeping } = session.desk()
    await Promise.all([mkdir(mail), mkdir(place)])
    await writeMailFolder(mail, count)
    await jobs.ended(evidence.import(addBenchCase(open), [mail]).jobId)
    await safekeeping.setFolder(place)
    const backUp = (): Promise<Timed<string | undefined>> =>
      timed(async () => (await jobs.ended(safekeeping.make().jobId))?.state)
    const plain = await timed(() => copyAndHash(join(open.folder, 'vault'), copy))
    const [first, second] = [await backUp(), await backUp()]
    await session.lock()
    const [newest] = await restore.inspect(place)
    const restored = await timed(() =>
      restore.run({ folder: place, backupId: newest?.id ?? '', secret: { passphrase: BENCH_PASSPHRASE } }),
    )
    return {
      bench: 'backup',
      messages: count,
      gigabytes: round(plain.value / 1e9),
      copyAndHashSeconds: round(plain.seconds),
      firstBackup: { state: first.value, ...figures(first, plain) },
      nextBackup: { state: second.value, ...figures(second, plain) },
      restore: figures(restored, plain),
      peakMainMiB: peakMiB(),
    }
  } finally {
    await open.close()
    await rm(outside, { recursive: true, force: true })
  }
}

const figures = ({ seconds, longestBlockMs }: Timed<unknown>, plain: Timed<unknown>) => ({
  seconds: round(seconds),
  ratio: round(seconds / plain.seconds),
  longestBlockMs,
})
