import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TrialPlaces, trialPlaces } from './driver/places.ts'
import type { Template } from './driver/template.ts'

/** Gives `work` a new folder and removes it after, however it ended. */
export const inScratchFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolderOf(tmpdir(), work)

/** Linux keeps this in memory. */
const MEMORY = '/dev/shm'

/** The same in memory where there is such a place: for a disk that is simulated, so that none waits for the real one. */
export const inMemoryFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolderOf(existsSync(MEMORY) ? MEMORY : tmpdir(), work)

async function inFolderOf<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(parent, 'redchop-durability-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A trial of its own, as the template has it. */
export function copyTrial(template: Template, root: string): TrialPlaces {
  cpSync(template.trial, root, { recursive: true })
  return trialPlaces(root)
}

export function removeTrial({ root, acks }: TrialPlaces): void {
  rmSync(root, { recursive: true, force: true })
  rmSync(acks, { force: true })
}
