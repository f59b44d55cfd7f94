const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Minutes east of UTC at a moment on the clock; null where the clock skipped it. */
export type ZoneClock = (localMs: number) => number | null

/**
 * The clock of a zone (IANA name). An hour that it showed twice is taken as the first of the two; the time as written stays
 * beside it. Undefined where there is no such zone.
 */
export function zoneClock(zone: string): ZoneClock | undefined {
  const offsetAt = offsetsOf(zone)
  if (!offsetAt) return undefined
  const days = new Map<number, number | null>()
  const fits = (localMs: number): number | null => {
    const around = [offsetAt(localMs - DAY_MS), offsetAt(localMs + DAY_MS)]
    // East first: it is the earlier instant.
    const found = around.filter((minutes) => offsetAt(localMs - minutes * MINUTE_MS) === minutes)
    return found.length === 0 ? null : Math.max(...found)
  }
  return (localMs) => {
    const day = Math.floor(localMs / DAY_MS)
    let known = days.get(day)
    if (known === undefined) {
      const [before, after] = [offsetAt((day - 1) * DAY_MS), offsetAt((day + 2) * DAY_MS)]
      known = before === after ? before : null
      days.set(day, known)
    }
    return known ?? fits(localMs)
  }
}

function offsetsOf(zone: string): ((atMs: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
    return (atMs) => {
      const part = Object.fromEntries(
        format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]),
      )
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
      const shown = Date.UTC(year, month - 1, day, hour, minute, second)
      return Math.round((shown - Math.floor(atMs / 1000) * 1000) / MINUTE_MS)
    }
  } catch {
    return undefined
  }
}
