import type { CaseRecord } from '@bridge/model/case.ts'
import type { Channel } from '@bridge/model/channel.ts'
import type { IdentityKind, Sender, SenderFlag, Side } from '@bridge/model/identity.ts'
import { domainOf, flagSender, type KnownIdentity, nameKey } from '../../rules/identity/flag-sender.ts'
import { readSignature } from '../../rules/identity/signature.ts'
import type { Reader } from '../../store/store.ts'
import { isWithin, listKnownIdentities } from '../cases/index.ts'
import { ownWords } from '../confirmations/index.ts'
import { listMessageRefs } from '../evidence/index.ts'
import { listContractMentions, type Mention, saysSo } from './contract-mentions-store.ts'
import { proposeIdentity } from './propose-identity.ts'
import {
  listSeenAddresses,
  listSeenSpeakers,
  listTexts,
  type SeenAddress,
  type SeenSpeaker,
} from './senders-store.ts'

/** Addresses and accounts of a case that are no identity yet, a page at a time, each with what may be made of it. */
export function listSenders(
  reader: Reader,
  matter: CaseRecord,
  page: { offset: number; limit: number },
): { senders: Sender[]; total: number } {
  const known = listKnownIdentities(reader, matter.id)
  const settled = new Set(known.map(({ kind, value }) => `${kind} ${value}`))
  const seen = listSeenAddresses(reader, matter.id)
  const people = addressesByName(seen)
  const open = seen.filter(({ address }) => !settled.has(`email ${address}`))
  const speakers = listSeenSpeakers(reader, matter.id)
    .map(toSpeaker)
    .filter(({ proposal: { draft } }) => !settled.has(`${draft.kind} ${draft.value}`))
  const shown = open.slice(page.offset, page.offset + page.limit)
  const senders = proposeAll(reader, matter, shown, { known, people })
  const left = Math.max(0, page.offset - open.length)
  return {
    senders: [...senders, ...speakers.slice(left, left + page.limit - senders.length)],
    total: open.length + speakers.length,
  }
}

interface Surroundings {
  known: readonly KnownIdentity[]
  people: ReadonlyMap<string, readonly string[]>
}

function proposeAll(
  reader: Reader,
  matter: CaseRecord,
  shown: readonly SeenAddress[],
  { known, people }: Surroundings,
): Sender[] {
  const texts = listTexts(
    reader,
    shown.flatMap(({ newestRow }) => newestRow ?? []),
  )
  const mentions = listContractMentions(reader, matter)
  const named = [
    ...[...texts.values()].map(({ id }) => id),
    ...[...mentions.values()].map(({ messageId }) => messageId),
  ]
  const refs = listMessageRefs(reader, [...new Set(named)])
  return shown.map((seen) => {
    const flags = flagsOf(seen, known, people)
    const said = seen.newestRow === null ? undefined : texts.get(seen.newestRow)
    const signature = said ? signatureIn(reader, said) : null
    const mention = mentions.get(seen.address)
    const byDomain = sideByDomain(seen.address, flags, known)
    const { draft, bases } = proposeIdentity({
      ...{ matter, signature, byDomain, inContract: mention !== undefined },
      ...{ address: seen.address, names: seen.names },
    })
    const sourceOf = { signature: said?.id, contract: mention?.messageId }
    return {
      ...toSender(seen, byDomain?.side ?? null, flags),
      proposal: {
        draft,
        bases: bases.map(({ from, ...basis }) => ({
          ...basis,
          quote: from === 'contract' ? quoteOf(mention) : basis.quote,
          message: from ? (refs.get(sourceOf[from] ?? '') ?? null) : null,
        })),
      },
    }
  })
}

const quoteOf = (mention: Mention | undefined): string => mention?.quote ?? ''

/** A signature whose lines stand in the message as they are proposed: the lines between might have been a quotation. */
function signatureIn(reader: Reader, said: { id: string; text: string }) {
  const signature = readSignature(ownWords(said.text))
  return signature && saysSo(reader, said.id, signature.quote) ? signature : null
}

const toSender = (
  { address, names, sentCount, namedCount, firstAt, lastAt }: SeenAddress,
  side: Side | null,
  flags: SenderFlag[],
): Omit<Sender, 'proposal'> => ({
  ...{ address, names, side, flags },
  seen: { sentCount, namedCount, firstAt, lastAt },
})

function flagsOf(
  { address, names }: SeenAddress,
  known: readonly KnownIdentity[],
  people: Surroundings['people'],
): SenderFlag[] {
  const flags = flagSender({ from: [{ name: names[0] ?? '', address }], replyTo: [] }, known)
  const other = names.flatMap((name) => people.get(nameKey(name)) ?? []).find((each) => each !== address)
  if (other && !flags.some(({ code }) => code === 'PERSON_HAS_OTHER_ADDRESS'))
    flags.push({ code: 'PERSON_HAS_OTHER_ADDRESS', address, other, likeness: null })
  return flags
}

/** Addresses that wrote under one name, the most frequent first; a name of one letter or none names nobody. */
function addressesByName(seen: readonly SeenAddress[]): Map<string, string[]> {
  const named = seen
    .filter(({ newestRow }) => newestRow !== null)
    .flatMap(({ address, names }) => names.map((name) => ({ key: nameKey(name), address })))
    .filter(({ key }) => [...key].length > 1 && !key.includes('@'))
  const grouped = Map.groupBy(named, ({ key }) => key)
  return new Map([...grouped].map(([key, own]) => [key, own.map(({ address }) => address)]))
}

/** A domain that imitates another's says nothing about whose it is. */
function sideByDomain(address: string, flags: readonly SenderFlag[], known: readonly KnownIdentity[]) {
  if (flags.some(({ code }) => code === 'LOOKALIKE_DOMAIN')) return null
  const own = known.find(({ kind, value }) => kind === 'domain' && isWithin(address, value))
  return own ? { side: own.side, domain: domainOf(own.value) } : null
}

const KIND_OF: Partial<Record<Channel, IdentityKind>> = {
  wechat: 'wechat',
  whatsapp: 'whatsapp',
  'alibaba-chat': 'alibaba-chat',
}
const SIDE_OF = { client: 'client', counterparty: 'counterparty', other: 'third-party' } as const

function toSpeaker({ name, account, side, channel, count, firstAt, lastAt }: SeenSpeaker): Sender {
  const value = account || name
  return {
    address: value,
    names: name === value ? [] : [name],
    seen: { sentCount: count, namedCount: 0, firstAt, lastAt },
    side: SIDE_OF[side],
    flags: [],
    proposal: {
      draft: {
        side: SIDE_OF[side],
        kind: KIND_OF[channel] ?? 'other',
        ...{ value, companyZh: '', companyEn: '', person: name, position: '' },
      },
      bases: [],
    },
  }
}
