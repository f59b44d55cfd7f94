/** Times in figures: instants as ISO, differences in signed hours, minutes and seconds. */

export const secondsBetween = (from: string | Date, to: string | Date): number =>
  Math.round((new Date(to).getTime() - new Date(from).getTime()) / 1_000)

/** `+00:03:12`, `−26:00:00`. */
export function writeDifference(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60]
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${seconds < 0 ? '−' : '+'}${two(hours)}:${two(minutes)}:${two(rest)}`
}

/** An instant as its writer's clock showed it, `2020-11-06 14:19:43 +02:00`; in UTC where the zone is not known. */
export function writeMoment(at: string | Date, zoneMinutes: number | null = null): string {
  const shown = new Date(new Date(at).getTime() + (zoneMinutes ?? 0) * 60_000).toISOString()
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)} ${zoneMinutes === null ? 'UTC' : writeZone(zoneMinutes)}`
}

export function writeZone(minutes: number): string {
  const whole = Math.abs(minutes)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}

/** A time that a number claims, where it is one a message can have: 1990 to 2100. Others are no times. */
export function plausibleTime(millis: number): Date | null {
  const isTime = Number.isFinite(millis) && millis >= 631_152_000_000 && millis < 4_102_444_800_000
  return isTime ? new Date(millis) : null
}

/** A Windows FILETIME (100 ns since 1601; MS-DTYP 2.3.3). */
export function fileTime(value: bigint): Date | null {
  return plausibleTime(Number(value / 10_000n) - 11_644_473_600_000)
}
