/** The zone of this computer at an instant, in minutes east of UTC: what the lawyer did herself is told in it. */
export const zoneHere = (at: string): number => -new Date(at).getTimezoneOffset()
