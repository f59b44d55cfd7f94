/** What the clock in Beijing is ahead, for days that no sender wrote. */
export const BEIJING_MINUTES = 480

/** The plain date that the sender's own calendar showed at an instant; a zone not known counts as UTC. */
export const dayWritten = (at: string, zoneMinutes: number | null): string =>
  new Date(Date.parse(at) + (zoneMinutes ?? 0) * 60_000).toISOString().slice(0, 10)
