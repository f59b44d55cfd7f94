/**
 * The last day on which each major of Electron is supported: the day the third major after it comes out. 44 as published
 * (releases.electronjs.org/schedule by way of endoflife.date, read on 21 November 2026); 45 is reckoned from it with Electron's
 * eight weeks a major, to be put right when the day is published. A major that is not here is none to ship.
 */
export const SUPPORTED_UNTIL: Readonly<Record<string, string>> = {
  '44': '2027-03-02',
  '45': '2027-04-27',
}

/** Why this version of Electron may not be shipped on that day (`2026-11-21`), or null. */
export function outOfSupport(version: string, day: string): string | null {
  const major = version.split('.')[0] ?? ''
  const until = SUPPORTED_UNTIL[major]
  if (until === undefined) return `Electron ${major} is not in the table of supported majors`
  return day > until ? `Electron ${major} was supported until ${until}` : null
}
