import type { Likeness } from '@bridge/model/identity.ts'
import { editDistance } from './edit-distance.ts'
import { shownDomain } from './punycode.ts'
import { skeletonOf } from './skeleton.ts'

/** Second levels under which anybody registers (from the Public Suffix List), and the names kept for examples (RFC 2606). */
const SECOND_LEVELS = new Set(
  `com.cn net.cn org.cn gov.cn edu.cn ac.cn com.hk net.hk org.hk com.tw org.tw com.mo com.sg co.uk org.uk com.au net.au
co.jp ne.jp co.kr co.in com.my co.th com.vn co.id com.br com.mx com.tr co.za com.ru example.com example.cn example.org
example.net`.split(/\s+/u),
)

interface Named {
  /** What its owner chose: `hongda` of `mail.hongda.com.cn`. */
  label: string
  /** Everything behind that. */
  ending: string
}

function namedBy(domain: string): Named {
  const parts = domain.split('.')
  const length = SECOND_LEVELS.has(parts.slice(-2).join('.')) ? 2 : 1
  return { label: parts.at(-length - 1) ?? '', ending: parts.slice(-length).join('.') }
}

/** Below five letters every word is a slip away from another; from nine on two slips are overlooked as easily as one. */
const slipsOverlooked = (label: string): number => (label.length < 5 ? 0 : label.length < 9 ? 1 : 2)

/** Whether a domain is that of the pattern or lies below it. */
const isWithin = (domain: string, known: string): boolean => domain === known || domain.endsWith(`.${known}`)

/**
 * The known domain that another resembles without being it, and how; null where it resembles none. Whoever owns a domain may
 * name what lies below as he likes, so only what was registered is compared.
 */
export function findResembled(
  domain: string,
  known: readonly string[],
): { domain: string; likeness: Likeness } | null {
  if (known.some((each) => isWithin(domain, each) || isWithin(each, domain))) return null
  for (const each of known) {
    const likeness = likenessOf(domain, each)
    if (likeness) return { domain: each, likeness }
  }
  return null
}

function likenessOf(domain: string, known: string): Likeness | null {
  const [shown, theirs] = [shownDomain(domain), shownDomain(known)]
  const [own, other] = [namedBy(shown), namedBy(theirs)]
  if (own.label === '' || other.label === '') return null
  if (own.label === other.label) return own.ending === other.ending ? null : 'ending'
  if (skeletonOf(own.label) === skeletonOf(other.label)) return 'homoglyph'
  if (isAddedTo(own.label, other.label)) return 'added'
  const slips = Math.min(slipsOverlooked(own.label), slipsOverlooked(other.label))
  return editDistance(own.label, other.label) <= slips ? 'typo' : null
}

/** A hyphen more, or a word before or behind a name long enough to be known by: `hong-da`, `hongda-pay`, `hongdagroup`. */
function isAddedTo(label: string, name: string): boolean {
  const [words, theirs] = [label.split('-'), name.split('-')]
  if (words.join('') === theirs.join('')) return true
  if (name.length < 4) return false
  if (words.length > theirs.length && ` ${words.join(' ')} `.includes(` ${theirs.join(' ')} `)) return true
  return name.length >= 6 && (label.startsWith(name) || label.endsWith(name))
}
