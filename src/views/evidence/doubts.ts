import type { MessageView } from '@bridge/model/evidence.ts'
import { hasHiddenCharacters, isLookalikeDomain, withoutHidden } from './lookalikes.ts'

/** What a reader should notice before relying on a message. */
export type Doubt =
  | 'NAME_IS_ANOTHER_ADDRESS'
  | 'HIDDEN_CHARACTERS'
  | 'REPLY_GOES_ELSEWHERE'
  | 'PUNYCODE_DOMAIN'
  | 'LOOKALIKE_DOMAIN'
  | 'TEXT_DAMAGED'

const ADDRESS_IN_NAME = /(?<![^\s<>"'()[\],;:])[^\s<>"'()[\],;:@]+@[^\s<>"'()[\],;:@]+\.[^\s<>"'()[\],;:@]+/u

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** As the eye reads it: nothing hidden, wide and other forms of a letter as the letter. */
const asRead = (text: string): string => withoutHidden(text).normalize('NFKC').toLowerCase()

/**
 * Signs of a sender who is not who the name says (look-alike names, replies led elsewhere, encoded domains), and of a
 * text that lost characters on its way (U+FFFD stands for each).
 */
export function doubtsAbout({
  from,
  replyTo,
  text,
}: Pick<MessageView, 'from' | 'replyTo' | 'text'>): readonly Doubt[] {
  const doubts = new Set<Doubt>()
  for (const { name, address } of from) {
    const named = ADDRESS_IN_NAME.exec(asRead(name))?.[0]
    if (named && named !== asRead(address)) doubts.add('NAME_IS_ANOTHER_ADDRESS')
    if (hasHiddenCharacters(`${name} ${address}`)) doubts.add('HIDDEN_CHARACTERS')
    if (/(^|\.)xn--/.test(domainOf(address))) doubts.add('PUNYCODE_DOMAIN')
    if (isLookalikeDomain(domainOf(address))) doubts.add('LOOKALIKE_DOMAIN')
  }
  const domains = new Set(from.map(({ address }) => domainOf(address)))
  if (domains.size > 0 && replyTo.some(({ address }) => !domains.has(domainOf(address))))
    doubts.add('REPLY_GOES_ELSEWHERE')
  if (text.includes('\uFFFD')) doubts.add('TEXT_DAMAGED')
  return [...doubts]
}
