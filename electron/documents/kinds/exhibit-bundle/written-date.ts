import type { WrittenDate } from '@bridge/model/message.ts'

const beijingMinutes = 8 * 60

/** An instant on the clock of a zone, with the zone said: `2026-03-01 14:05:09 (UTC+08:00)`. */
function inZone(at: string, zoneMinutes: number): string {
  const shifted = new Date(Date.parse(at) + zoneMinutes * 60_000).toISOString()
  const sign = zoneMinutes < 0 ? '-' : '+'
  const distance = Math.abs(zoneMinutes)
  const hours = String(Math.floor(distance / 60)).padStart(2, '0')
  const minutes = String(distance % 60).padStart(2, '0')
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} (UTC${sign}${hours}:${minutes})`
}

export interface ShownDate {
  written: string
  /** Null where the writer's clock showed Beijing time. */
  beijing: string | null
  /** False where the message does not say its zone (RFC 5322 3.3, `-0000`): the instant is then told in UTC. */
  zoneStated: boolean
}

/**
 * A message's date as its writer's clock showed it, and the same instant in Beijing where that clock showed another
 * time: the court counts days there. Null where the message has no readable date.
 */
export function showWrittenDate(date: WrittenDate): ShownDate | null {
  if (date.at === null) return null
  const zone = date.zoneMinutes ?? 0
  return {
    zoneStated: date.zoneMinutes !== null,
    written: inZone(date.at, zone),
    beijing: zone === beijingMinutes ? null : inZone(date.at, beijingMinutes),
  }
}
