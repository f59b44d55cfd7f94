import type { Clock } from '../platform/clock.ts'
import type { Run } from '../platform/run.ts'

/** Clocks are set right by a little all the time; from here on it is told. */
const JUMP_FROM_SECONDS = 60

/**
 * Watches the computer's clock against time that nobody can set. The answer is by how many seconds the clock has since run
 * ahead, or (negative) fallen behind; 0 below a minute. Sleep, during which some machines stop the other time, looks like a
 * jump ahead.
 */
export function watchClock(clock: Clock, run: Run): () => number {
  const [at, elapsed] = [Date.parse(clock.now()), run.elapsedMs()]
  return () => asJump(Date.parse(clock.now()) - at - (run.elapsedMs() - elapsed))
}

/** By how many seconds the clock stands before the instant `at` of the newest entry; 0 below a minute, else negative. */
export const setBackSince = (clock: Clock, at: string | undefined): number =>
  at === undefined ? 0 : Math.min(asJump(Date.parse(clock.now()) - Date.parse(at)), 0)

function asJump(ms: number): number {
  const seconds = Math.round(ms / 1_000)
  return Math.abs(seconds) < JUMP_FROM_SECONDS ? 0 : seconds
}
