import type { Settings } from '@bridge/channels/settings.ts'

type Locale = Settings['locale']

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Minor units as a plain decimal, without grouping: `128400.50`. */
export const toDecimal = (minor: number, currency: string): string => {
  const digits = digitsOf(currency)
  if (digits === 0) return String(minor)
  const padded = String(minor).padStart(digits + 1, '0')
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}

/** Minor units as people read them, the code before the sum: `USD 128,400.50`. */
export const formatMoney = (minor: number, currency: string, locale: Locale): string => {
  const digits = digitsOf(currency)
  const decimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  // A decimal string, because a sum must not pass through binary fractions on its way to the page.
  return `${currency} ${decimal.format(toDecimal(minor, currency) as `${number}`)}`
}

/**
 * Reads a sum as typed, with or without grouping (comma, full-width comma, space, apostrophe); the point is decimal.
 * Null where it is no sum, has more decimals than the currency, or is too large to count exactly.
 */
export const parseMoney = (typed: string, currency: string): number | null => {
  const digits = digitsOf(currency)
  const plain = typed.normalize('NFKC').replace(/[\s,'’]/g, '')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.length > digits) return null
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? minor : null
}
