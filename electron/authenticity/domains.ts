/** Second levels under country codes that are open to everybody's registrations: `hongda.com.cn` is one organisation. */
const OPEN_SECOND_LEVELS = new Set([
  'com',
  'co',
  'net',
  'org',
  'gov',
  'edu',
  'ac',
  'or',
  'ne',
  'go',
  'in',
  'idv',
])

const ADDRESS_LITERAL = /^[\d.]+$|^\[.*\]$|:/u

export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .replace(/(?<![>.])[>.]+$/u, '')
    .toLowerCase()

/** Whether a domain, or that of an address, belongs to the organisation of one of the senders. */
export function isOfSender(domain: string, from: readonly { readonly address: string }[]): boolean {
  const organisation = organisationOf(domainOf(domain))
  return organisation !== '' && from.some(({ address }) => organisationOf(domainOf(address)) === organisation)
}

/**
 * The part of a domain that an organisation registers. Near enough for findings that never hang on it alone: the public suffix
 * list is longer. Empty where the name is an address, or of one label.
 */
export function organisationOf(domain: string): string {
  const name = domain.toLowerCase().replace(/\.$/u, '')
  if (ADDRESS_LITERAL.test(name)) return ''
  const labels = name.split('.').filter(Boolean)
  if (labels.length < 2) return ''
  const [second = '', first = ''] = labels.slice(-2)
  const isOpen = first.length === 2 && OPEN_SECOND_LEVELS.has(second) && labels.length > 2
  return labels.slice(isOpen ? -3 : -2).join('.')
}
