import type { IdentityKind, SenderFlag, Side } from '@bridge/model/identity.ts'
import type { Person } from '@bridge/model/message.ts'
import { editDistance } from './edit-distance.ts'
import { isFreeMail } from './free-mail.ts'
import { hasHiddenCharacters, mixesScripts, withoutHidden } from './hidden-characters.ts'
import { findResembled } from './lookalike-domain.ts'
import { shownDomain } from './punycode.ts'
import { skeletonOf } from './skeleton.ts'

/** What the case knows about an address already. */
export interface KnownIdentity {
  side: Side
  kind: IdentityKind
  value: string
  person: string
  /** Whether a basis says why it is theirs. */
  founded: boolean
}

const ADDRESS_IN_NAME = /(?<![^\s<>"'()[\],;:])[^\s<>"'()[\],;:@]+@[^\s<>"'()[\],;:@]+\.[^\s<>"'()[\],;:@]+/u

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** As the eye reads it: nothing hidden, wide and other forms of a letter as the letter. */
const asRead = (text: string): string => withoutHidden(text).normalize('NFKC').toLowerCase()

/**
 * Signs that a sender is not who he seems, each with the address it resembles, names or leads answers to. They ask a person to
 * look; that bank details in a mail are others than before is not guessed at.
 */
export function flagSender(
  { from, replyTo }: { from: readonly Person[]; replyTo: readonly Person[] },
  known: readonly KnownIdentity[],
): SenderFlag[] {
  return [...from.flatMap((sender) => flagOne(sender, known)), ...flagReplies(from, replyTo, known)]
}

function flagOne(sender: Person, known: readonly KnownIdentity[]): SenderFlag[] {
  const { name, address } = sender
  const flags: SenderFlag[] = []
  const add = (code: SenderFlag['code'], other: string | null = null): void =>
    void flags.push({ code, address, other, likeness: null })
  const resembled = resembles(address, known)
  if (resembled) flags.push({ code: 'LOOKALIKE_DOMAIN', address, ...resembled })
  if (/(^|\.)xn--/u.test(domainOf(address))) add('PUNYCODE_DOMAIN')
  const named = ADDRESS_IN_NAME.exec(asRead(name))?.[0]
  if (named && named !== asRead(address)) add('NAME_IS_ANOTHER_ADDRESS', named)
  if (hasHiddenCharacters(`${name} ${address}`)) add('HIDDEN_CHARACTERS')
  const before = otherAddressOf(sender, known)
  if (before) add('PERSON_HAS_OTHER_ADDRESS', before)
  if (isFreeMail(domainOf(address)) && !isSettled(address, known)) add('FREE_MAIL')
  return flags
}

function resembles(
  address: string,
  known: readonly KnownIdentity[],
): Pick<SenderFlag, 'other' | 'likeness'> | null {
  const domain = domainOf(address)
  const domains = [...new Set(known.filter(isMail).map(({ value }) => domainOf(value)))]
  // A provider's own domain is no imitation, but a mailbox at it may be one.
  const found = isFreeMail(domain) ? null : findResembled(domain, domains)
  if (found) return { other: found.domain, likeness: found.likeness }
  if (mixesScripts(shownDomain(domain))) return { other: null, likeness: 'scripts' }
  return isFreeMail(domain) ? resembledMailbox(address.toLowerCase(), known) : null
}

const isMail = ({ kind }: KnownIdentity): boolean => kind === 'domain' || kind === 'email'

/** At a provider for everybody the part before the `@` is all that tells two people apart. */
function resembledMailbox(
  address: string,
  known: readonly KnownIdentity[],
): Pick<SenderFlag, 'other' | 'likeness'> | null {
  const [own, domain] = [address.slice(0, address.lastIndexOf('@')), domainOf(address)]
  const boxes = known.filter(({ kind, value }) => kind === 'email' && domainOf(value) === domain)
  if (own.length < 5 || boxes.some(({ value }) => value === address)) return null
  for (const { value } of boxes) {
    const theirs = value.slice(0, value.lastIndexOf('@'))
    if (skeletonOf(own) === skeletonOf(theirs)) return { other: value, likeness: 'homoglyph' }
    if (editDistance(own, theirs) === 1) return { other: value, likeness: 'typo' }
  }
  return null
}

export const nameKey = (name: string): string =>
  asRead(name)
    .replace(/[\s.,"'“”]+/gu, ' ')
    .trim()

/** The address this person was known by, where it is another one; a family name alone names nobody. */
function otherAddressOf({ name, address }: Person, known: readonly KnownIdentity[]): string | null {
  const key = nameKey(name)
  if ([...key].length < 2) return null
  const own = known.filter(({ kind, person }) => kind === 'email' && nameKey(person) === key)
  const first = own[0]
  return first && !own.some(({ value }) => value === address.toLowerCase()) ? first.value : null
}

/** A free mailbox raises no question any more once somebody said whose it is and why, nor where it is the client's own. */
const isSettled = (address: string, known: readonly KnownIdentity[]): boolean =>
  known.some(
    ({ kind, value, founded, side }) =>
      kind === 'email' && value === address.toLowerCase() && (founded || side === 'client'),
  )

function flagReplies(
  from: readonly Person[],
  replyTo: readonly Person[],
  known: readonly KnownIdentity[],
): SenderFlag[] {
  const [sender] = from
  if (!sender) return []
  const belongTogether = (one: string, other: string): boolean => {
    if (one.toLowerCase() === other.toLowerCase()) return true
    if (domainOf(one) === domainOf(other)) return !isFreeMail(domainOf(one))
    const side = sideOf(one, known)
    return side !== null && side === sideOf(other, known)
  }
  const elsewhere = replyTo.find(({ address }) => !from.some((each) => belongTogether(each.address, address)))
  if (!elsewhere) return []
  const { address: other } = elsewhere
  return [{ code: 'REPLY_GOES_ELSEWHERE', address: sender.address, other, likeness: null }]
}

function sideOf(address: string, known: readonly KnownIdentity[]): Side | null {
  const [mailbox, domain] = [address.toLowerCase(), domainOf(address)]
  const exact = known.find(({ kind, value }) => kind === 'email' && value === mailbox)
  const holding = known.find(
    ({ kind, value }) => kind === 'domain' && (domain === value || domain.endsWith(`.${value}`)),
  )
  return (exact ?? holding)?.side ?? null
}
