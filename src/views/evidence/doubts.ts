import type { MessageView } from '@bridge/model/evidence.ts'

/** What a reader should notice before relying on a message. */
export type Doubt = 'NAME_IS_ANOTHER_ADDRESS' | 'REPLY_GOES_ELSEWHERE' | 'PUNYCODE_DOMAIN' | 'TEXT_DAMAGED'

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

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
    const named = /[^\s<>"]+@[^\s<>"]+/.exec(name)?.[0]
    if (named && named.toLowerCase() !== address.toLowerCase()) doubts.add('NAME_IS_ANOTHER_ADDRESS')
    if (/(^|\.)xn--/.test(domainOf(address))) doubts.add('PUNYCODE_DOMAIN')
  }
  const domains = new Set(from.map(({ address }) => domainOf(address)))
  if (domains.size > 0 && replyTo.some(({ address }) => !domains.has(domainOf(address))))
    doubts.add('REPLY_GOES_ELSEWHERE')
  if (text.includes('\uFFFD')) doubts.add('TEXT_DAMAGED')
  return [...doubts]
}
