import type { JobPhase, Progress } from '@bridge/model/job.ts'

/** At most ten reports a second reach the page. */
const REPORT_EVERY_MS = 100

/** Tells how far a piece of work is: `done` and `total` count whatever the phase counts; total 0 means not known yet. */
export type TellProgress = (phase: JobPhase, done: number, total: number) => void

/** Lets through the first report of each phase, the last of a phase that counts to its end, and ten a second between. */
export function throttled(report: (progress: Progress) => void): TellProgress {
  let lastPhase: JobPhase | null = null
  let lastAt = 0
  let lastDone = -1
  return (phase, done, total) => {
    const now = performance.now()
    const news = phase !== lastPhase || (done === total && done !== lastDone)
    if (!news && now - lastAt < REPORT_EVERY_MS) return
    lastPhase = phase
    lastAt = now
    lastDone = done
    report({ phase, done, total })
  }
}
