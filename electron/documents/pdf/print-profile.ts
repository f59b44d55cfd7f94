import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A private (0700) profile folder for the Chromium that prints, named after our process. What a killed run left behind is removed
 * here, by the next one; another user's leftovers stay, which this one can neither read nor remove.
 */
export async function makePrintProfile(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^redchop-print-(\d+)-/u.exec(name)?.[1])
    if (pid && !isRunning(pid))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
  return mkdtemp(join(tmpdir(), `redchop-print-${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
