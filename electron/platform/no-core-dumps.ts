import { spawnSync } from 'node:child_process'

/**
 * A crash leaves no image of this process's memory, in which an open vault lies in clear, nor of any process it starts from
 * now on. On Linux only, through `prlimit` where there is one; elsewhere the system's own setting holds. Never throws.
 */
export function leaveNoCoreDumps(): void {
  if (process.report) process.report.reportOnFatalError = false
  if (process.platform === 'linux')
    spawnSync('prlimit', ['--pid', String(process.pid), '--core=0:0'], { stdio: 'ignore' })
}
