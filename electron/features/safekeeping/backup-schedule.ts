import type { Clock } from '../../platform/clock.ts'

/** Calls `work` every `ms` milliseconds until what it gives back is called. */
export type Timer = (ms: number, work: () => void) => () => void

/** The machine's own; it keeps no process alive. */
export const systemTimer: Timer = (ms, work) => {
  const timer = setInterval(work, ms)
  timer.unref()
  return () => clearInterval(timer)
}

const LOOK_EVERY_MS = 5 * 60_000
/** After a failure the next try waits this long: the same cause would fail it again. */
const REST_MS = 60 * 60_000

export interface ScheduleParts {
  clock: Clock
  /** When the next backup is due; null for never. */
  dueAt(): Promise<string | null>
  /** Whether the backup folder can be reached; a stick that is not plugged in is no failure. */
  isThere(): Promise<boolean>
  /** Makes one, and says whether it counts. */
  make(): Promise<boolean>
  timer?: Timer
}

export interface BackupSchedule {
  look(): Promise<void>
  stop(): void
}

/** Looks every few minutes whether a backup is due; with a timer, also now. */
export function startSchedule({ clock, dueAt, isThere, make, timer }: ScheduleParts): BackupSchedule {
  let failedAt: number | undefined
  let looking: Promise<void> | undefined
  const rests = (now: number) => failedAt !== undefined && now >= failedAt && now - failedAt < REST_MS
  const lookOnce = async (): Promise<void> => {
    // In this order: what is due at once is due at a moment before this one.
    const due = await dueAt()
    const now = clock.now()
    if (due === null || due > now || rests(Date.parse(now)) || !(await isThere())) return
    const counts = await make().catch(() => false)
    failedAt = counts ? undefined : Date.parse(clock.now())
  }
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }
  const inQuiet = () => void look().catch(() => undefined)
  const stop = timer?.(LOOK_EVERY_MS, inQuiet) ?? (() => undefined)
  if (timer) inQuiet()
  return { look, stop }
}
