const GROUPED = /\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)/u
const PLAIN = /\d+(?:[.,]\d{1,2})?(?!\d)/u
const FIGURE = new RegExp(`${GROUPED.source}|${PLAIN.source}`, 'gu')
const YEAR = /^(19|20)\d\d$/u

/**
 * Numbers of three digits and more that two texts may share, without separators and decimals: sums, quantities, numbers of
 * contracts and invoices. A year is shared by every letter of that year and says nothing.
 */
export function figuresOf(text: string): string[] {
  const whole = (text.match(FIGURE) ?? [])
    .filter((figure) => !YEAR.test(figure))
    .map((figure) => figure.replace(/[.,]\d{1,2}$/u, '').replace(/\D/gu, ''))
  return [...new Set(whole)].filter((figure) => figure.length >= 3)
}
