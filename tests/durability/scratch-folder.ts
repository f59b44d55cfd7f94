import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TrialPlaces, trialPlaces } from './driver/places.ts'
import type { Template } from './driver/template.ts'

/** Gives `work` a new folder and removes it after, however it ended. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-durability-'))
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
