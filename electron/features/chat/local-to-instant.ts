import { zoneClock } from '../../chat/zone-clock.ts'

const MINUTE_MS = 60_000

/** The instant of a time on the clock of a zone (IANA name); null where that clock never showed it, or there is no such zone. */
export function localToInstant(local: string, zone: string): { at: string; zoneMinutes: number } | null {
  const ms = Date.parse(`${local}Z`)
  const zoneMinutes = Number.isNaN(ms) ? null : (zoneClock(zone)?.(ms) ?? null)
  if (zoneMinutes === null) return null
  return { at: `${new Date(ms - zoneMinutes * MINUTE_MS).toISOString().slice(0, 19)}Z`, zoneMinutes }
}
