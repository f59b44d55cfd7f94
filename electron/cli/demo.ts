import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Program } from '../ipc/program.ts'
import { JobFailure } from './job-failure.ts'
import { playSample } from './play-sample.ts'
import { readSampleCase } from './sample-case.ts'
import { checkBundle, checkVault } from './verify.ts'

/** Where a demonstration lies: all of it is made anew each time. */
export const demoPlaces = (folder: string) => ({
  root: resolve(folder),
  vault: resolve(folder, 'vault'),
  exhibits: resolve(folder, 'exhibits'),
})

export interface DemoParts {
  program: Program
  sampleFolder: string
  places: ReturnType<typeof demoPlaces>
  say(line: string): void
}

/** The main job without a window: an encrypted vault, the sample case, its mail in, what was said confirmed, exhibits out. */
export async function runDemo({ program, sampleFolder, places, say }: DemoParts): Promise<boolean> {
  await rm(places.exhibits, { recursive: true, force: true })
  await mkdir(places.exhibits, { recursive: true })
  const passphrase = randomBytes(18).toString('base64url')
  const { recoveryCode } = await program.vault.create(passphrase)
  await program.handlers['vault.proveRecovery']({ recoveryCode })
  say(`Vault      ${places.vault} (passphrase ${passphrase})`)
  const desk = program.session.desk()
  const sample = await readSampleCase(sampleFolder)
  const played = await playSample(desk, sample, join(sampleFolder, 'mail'))
  const { stored, known, unreadable, skipped } = played.receipt.counts
  say(
    `Mail in    ${stored} stored, ${known} already known, ${unreadable} kept but not readable, ${skipped} skipped`,
  )
  say(`Confirmed  ${played.confirmedCount} of ${played.statementCount} statements`)
  const { jobId, exportId } = desk.exhibits.export(played.caseId, places.exhibits, 'folder')
  const job = await desk.jobs.ended(jobId)
  if (job?.state !== 'done') throw new JobFailure(job)
  const made = desk.exhibits.listExports(played.caseId).find((each) => each.id === exportId)
  const bundle = join(places.exhibits, made?.name ?? '')
  say(`Exhibits   ${made?.exhibitCount} exhibits on ${made?.pageCount} pages`)
  const vaultIsWhole = await checkVault(program, say)
  const bundleIsWhole = await checkBundle(program, bundle, say)
  say(`They lie in ${bundle}`)
  return vaultIsWhole && bundleIsWhole
}
