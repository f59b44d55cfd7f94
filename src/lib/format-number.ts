import type { Settings } from '@bridge/channels/settings.ts'

type Locale = Settings['locale']

/** A count with the grouping of the language. */
export const formatCount = (count: number, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(count)

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in decimal units, at most one decimal: `1.2 MB`. */
export const formatSize = (sizeBytes: number, locale: Locale): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(sizeBytes, 1)) / 3), UNITS.length - 1)
  const unit = UNITS[power] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(sizeBytes / 1000 ** power)
}

/** A share from 0 to 1 as a whole percentage; never 100 % before it is all done. */
export const formatPercent = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100) / 100)
