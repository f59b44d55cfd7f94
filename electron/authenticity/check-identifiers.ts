import type { Finding } from '@bridge/model/authenticity.ts'
import { readDate } from '../mail/header/written-date.ts'
import { listHops } from './check-received.ts'
import { domainOf, organisationOf } from './domains.ts'
import { type HiddenTime, timeInBoundary, timeInMessageId, timeInThreadIndex } from './hidden-times.ts'
import { fileTime, secondsBetween, writeDifference, writeMoment, writeZone } from './moments.ts'
import { firstOf, type Traits, valuesOf } from './read-traits.ts'
import { say } from './say.ts'

/** `id-left@id-right` (RFC 5322 3.6.4), without the brackets; ids of a second at sign or with blanks are none. */
const PROPER = /^<[^\s<>@]+@(?:[^\s<>@[\]]+|\[[^\s<>@[\]]+\])>$/u

/** Forms that one provider alone writes, and a name that its servers bear. */
const PROVIDERS = [
  { id: /@mail\.gmail\.com$/iu, organisation: 'google.com' },
  { id: /^tencent_[0-9A-F]+@qq\.com$/u, organisation: 'qq.com' },
  { id: /\.prod\.outlook\.com$/iu, organisation: 'outlook.com' },
]

/** A draft may lie a day before it goes out; a time after the Date is none of the same message. */
const OLDEST_S = 86_400
const NEWEST_S = 600
/** Local times are those of a zone; all zones are whole quarters of an hour, from UTC-12 to UTC+14. */
const QUARTER_S = 900
const FURTHEST_ZONE_S = 14 * 3_600

export function checkIdentifiers(traits: Traits): Finding[] {
  const id = firstOf(traits, 'message-id').trim()
  return [
    ...checkId(traits, id),
    ...checkIdTime(traits, id.replace(/^<|>$/gu, '')),
    ...checkBoundaryTimes(traits),
    ...checkThreadIndex(traits),
    ...checkArrival(traits),
  ]
}

function checkId(traits: Traits, id: string): Finding[] {
  if (id === '') return [say('message-id.form', 'missing', {})]
  const form = say('message-id.form', PROPER.test(id) ? 'proper' : 'improper', { messageId: id })
  const [inner, senders] = [id.replace(/^<|>$/gu, ''), traits.from.map(({ address }) => domainOf(address))]
  const own = organisationOf(domainOf(inner))
  const carriers = listHops(traits).map(({ by }) => organisationOf(by))
  const provider = PROVIDERS.find((each) => each.id.test(inner))
  const isOfSender = own !== '' && senders.some((domain) => organisationOf(domain) === own)
  const isMissing = provider && carriers.length > 1 && !carriers.includes(provider.organisation)
  const outcome = isMissing
    ? 'absent-provider'
    : isOfSender
      ? 'own'
      : own !== '' && carriers.includes(own)
        ? 'carrier'
        : provider && carriers.includes(provider.organisation)
          ? 'carrier'
          : 'other'
  return [form, say('message-id.domain', outcome, { messageId: id, sender: senders.join(', ') })]
}

function checkIdTime({ date }: Traits, id: string): Finding[] {
  const hidden = timeInMessageId(id)
  if (!hidden || !date?.at) return []
  return [sayTime('message-id.time', hidden, date.at, { messageId: id })]
}

function checkBoundaryTimes({ date, boundaries }: Traits): Finding[] {
  if (!date?.at) return []
  const at = date.at
  const found = boundaries.flatMap((boundary) => {
    const hidden = timeInBoundary(boundary)
    return hidden ? [sayTime('boundary.time', hidden, at, { boundary })] : []
  })
  // Boundaries of one message are written together: one finding, the one that does not fit where there is such.
  const [first] = [...found.filter(({ outcome }) => outcome === 'differs'), ...found]
  return first ? [first] : []
}

function sayTime(
  id: 'message-id.time' | 'boundary.time',
  { at, generator, local = false }: HiddenTime,
  sentAt: string,
  figures: { messageId: string } | { boundary: string },
): Finding {
  const difference = secondsBetween(sentAt, at)
  const zone = local ? zoneOf(difference) : null
  const left = difference - (zone ?? 0) * 60
  const fits = local ? zone !== null : left >= -OLDEST_S && left <= NEWEST_S
  return say(id, fits ? 'fits' : 'differs', {
    ...figures,
    generator,
    hiddenTime: local
      ? `${writeMoment(at).slice(0, 19)}${zone === null ? '' : ` (${writeZone(zone)})`}`
      : writeMoment(at),
    date: writeMoment(sentAt),
    difference: writeDifference(left),
  })
}

/** The zone, minutes, in which a local time is that instant but for ten minutes; null where none is. */
function zoneOf(difference: number): number | null {
  const quarters = Math.round(difference / QUARTER_S)
  const isNear = Math.abs(difference - quarters * QUARTER_S) <= NEWEST_S
  return isNear && Math.abs(difference) <= FURTHEST_ZONE_S ? quarters * 15 : null
}

function checkThreadIndex(traits: Traits): Finding[] {
  const index = firstOf(traits, 'thread-index')
  const at = index === '' ? null : timeInThreadIndex(index)
  if (!at || !traits.date?.at) return []
  const difference = secondsBetween(traits.date.at, at)
  return [
    say('thread-index.time', difference > NEWEST_S ? 'later' : 'fits', {
      index,
      hiddenTime: writeMoment(at),
      date: writeMoment(traits.date.at),
      difference: writeDifference(difference),
    }),
  ]
}

/** `X-OriginalArrivalTime: 30 Aug 2006 09:30:02.0203 (UTC) FILETIME=[DE9102B0:01C6CC16]`: Exchange writes one time twice. */
function checkArrival(traits: Traits): Finding[] {
  return valuesOf(traits, 'x-originalarrivaltime').flatMap((value) => {
    const [, words, low, high] =
      /^(.+?)\.\d{1,4} \(UTC\) FILETIME=\[([0-9A-F]{8}):([0-9A-F]{8})\]$/u.exec(value) ?? []
    const [spelled, number] = [
      words === undefined ? null : readDate(`${words} +0000`).at,
      low === undefined || high === undefined ? null : fileTime(BigInt(`0x${high}${low}`)),
    ]
    if (!spelled || !number) return []
    const difference = secondsBetween(spelled, number)
    return [
      say('arrival.time', Math.abs(difference) <= 1 ? 'fits' : 'differs', {
        field: value,
        hiddenTime: writeMoment(number),
        difference: writeDifference(difference),
      }),
    ]
  })
}
