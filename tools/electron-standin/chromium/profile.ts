import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'redchop-standin-'

/**
 * A private (0700) profile folder for one run, named after our process. What a killed run could not remove
 * is removed here, by the next one.
 */
export function makeProfile(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^redchop-standin-(\d+)-/.exec(name)?.[1])
    if (pid && !isRunning(pid)) removeProfile(join(tmpdir(), name))
  }
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
}

/** Chromium's last processes may still write for a moment after the first one has gone. */
export function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  } catch {
    // Another user's leftovers: theirs to remove.
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
