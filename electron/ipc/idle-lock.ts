export interface IdleLockParts {
  /** Milliseconds of two clocks: the one on the wall, which may be set, and one that only counts, which may stop in sleep. */
  clocks: { wall(): number; steady(): number }
  /** How long the whole computer has been without a key or a click; 0 where the system does not say. */
  systemIdleSeconds(): number
  /** Minutes until the vault locks by itself. */
  idleMinutes(): number
  isLocked(): boolean
  lock(): void
}

/** Asked once a second, so that the lock is never later than that. */
export const IDLE_CHECK_MS = 1_000

const MINUTE_MS = 60_000

/**
 * Locks the vault when nobody has typed or clicked in the window for the minutes set, whatever else goes on at the computer,
 * and likewise when the computer says that nobody is there. Clocks that disagree count as the longer time.
 */
export function createIdleLock({ clocks, systemIdleSeconds, idleMinutes, isLocked, lock }: IdleLockParts) {
  let last = { wall: clocks.wall(), steady: clocks.steady() }
  const touch = (): void => {
    last = { wall: clocks.wall(), steady: clocks.steady() }
  }
  return {
    /** Somebody is there. */
    touch,
    check(): void {
      if (isLocked()) {
        touch()
        return
      }
      const own = Math.max(clocks.wall() - last.wall, clocks.steady() - last.steady)
      if (Math.max(own, systemIdleSeconds() * 1_000) >= idleMinutes() * MINUTE_MS) lock()
    },
  }
}
