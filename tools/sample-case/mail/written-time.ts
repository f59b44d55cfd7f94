const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number) => String(n).padStart(2, '0')

/** A clock reading with its zone: `2025-04-25T10:12:40+08:00`. */
export type Written =
  `${number}-${number}-${number}T${number}:${number}:${number}${'+' | '-'}${number}:${number}`

/** Minutes east of UTC that the writer's clock showed. */
export function zoneMinutes(written: Written): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(written) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function clock(instantMs: number, zone: number): Date {
  return new Date(instantMs + zone * 60_000)
}

/** RFC 5322 section 3.3, in the given zone. */
export function mailDate(instantMs: number, zone: number): string {
  const d = clock(instantMs, zone)
  const day = `${days[d.getUTCDay()]}, ${d.getUTCDate()} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()}`
  const sign = zone < 0 ? '-' : '+'
  const offset = `${sign}${two(Math.floor(Math.abs(zone) / 60))}${two(Math.abs(zone) % 60)}`
  return `${day} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())} ${offset}`
}

/** The writer's own wall clock: `2025-04-25 10:12`. */
export function wallClock(written: Written): string {
  return written.slice(0, 16).replace('T', ' ')
}

/** Digits only, as Foxmail and mbox separators want them. */
export function digits(written: Written): string {
  return written.slice(0, 19).replace(/\D/g, '')
}

/** The separator date of an mbox in UTC (RFC 4155): `Fri Nov 14 08:20:11 2025`. */
export function mboxDate(written: Written): string {
  const d = new Date(Date.parse(written))
  const time = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`
  const day = String(d.getUTCDate()).padStart(2, ' ')
  return `${days[d.getUTCDay()]} ${months[d.getUTCMonth()]} ${day} ${time} ${d.getUTCFullYear()}`
}

/** Minutes east of UTC in Germany: summer time runs between the last Sundays of March and October, 01:00 UTC. */
export function germanZone(instantMs: number): number {
  const year = new Date(instantMs).getUTCFullYear()
  const lastSunday = (month: number) => {
    const end = new Date(Date.UTC(year, month + 1, 0, 1))
    return end.getTime() - end.getUTCDay() * 86_400_000
  }
  return instantMs >= lastSunday(2) && instantMs < lastSunday(9) ? 120 : 60
}
