import type { Finding } from '@bridge/model/authenticity.ts'
import { readDate } from '../mail/header/written-date.ts'
import { domainOf, organisationOf } from './domains.ts'
import { secondsBetween, writeDifference, writeMoment, writeZone } from './moments.ts'
import { type Traits, valuesOf } from './read-traits.ts'
import { say } from './say.ts'

/** One server's line (RFC 5321 4.4): who took the message, and when by its own clock. */
export interface Hop {
  readonly by: string
  readonly at: string | null
  readonly zoneMinutes: number | null
}

/** Servers that are kept to time agree within seconds; a minute is no clock's ordinary error. */
const STEP_BACK_S = -60
const DAY_S = 86_400
/** By so much an ordinary computer's clock may be ahead of a server's. */
const AHEAD_S = -600
/** East and west ends of the world's zones (tz database), minutes; all are whole quarters of an hour. */
const ZONES = { west: -720, east: 840, step: 15 }

/** The hops in the order of time: servers write above what stands there, so the lowest line is the first. */
export function listHops(traits: Pick<Traits, 'fields'>): Hop[] {
  return valuesOf(traits, 'received')
    .map((value) => {
      const { at, zoneMinutes } = readDate(value.slice(value.lastIndexOf(';') + 1))
      const by = /\bby\s+([^\s;()]+)/iu.exec(value)?.[1] ?? ''
      return { by: by.toLowerCase(), at, zoneMinutes }
    })
    .reverse()
}

export function checkReceived(traits: Traits): Finding[] {
  const hops = listHops(traits)
  return [checkSteps(hops), ...checkZones(traits, hops), checkFirst(traits, hops), checkLast(traits, hops)]
}

type Timed = Hop & { at: string }
const isTimed = (hop: Hop): hop is Timed => hop.at !== null

function checkSteps(hops: readonly Hop[]): Finding {
  const timed = hops.filter(isTimed)
  if (hops.length === 0) return say('received.steps', 'none', {})
  const differences = timed.map((hop, at) =>
    at === 0 ? 0 : secondsBetween(timed[at - 1]?.at ?? hop.at, hop.at),
  )
  const steps = timed.map(
    ({ by, at, zoneMinutes }, place) =>
      `${place + 1}. ${by || '—'} · ${writeMoment(at, zoneMinutes)}${place === 0 ? '' : ` · ${writeDifference(differences[place] ?? 0)}`}`,
  )
  const [first, last] = [timed[0], timed.at(-1)]
  if (timed.length < 2 || !first || !last) return say('received.steps', 'single', { steps })
  const transit = writeDifference(secondsBetween(first.at, last.at))
  const outcome = differences.some((step) => step < STEP_BACK_S)
    ? 'backwards'
    : differences.some((step) => step > DAY_S)
      ? 'slow'
      : 'ordered'
  return say('received.steps', outcome, { steps, transit })
}

function checkZones({ date }: Traits, hops: readonly Hop[]): Finding[] {
  const written = [date?.zoneMinutes ?? null, ...hops.map(({ zoneMinutes }) => zoneMinutes)].filter(
    (zone): zone is number => zone !== null,
  )
  if (written.length === 0) return []
  const isReal = written.every((zone) => zone >= ZONES.west && zone <= ZONES.east && zone % ZONES.step === 0)
  return [
    say('received.zones', isReal ? 'real' : 'odd', {
      zones: [...new Set(written)].map(writeZone).join(', '),
    }),
  ]
}

function checkFirst({ date }: Traits, hops: readonly Hop[]): Finding {
  const first = hops.find(isTimed)
  if (!date?.at || !first) return say('date.first-hop', 'unknown', { date: date?.raw ?? null })
  const difference = secondsBetween(date.at, first.at)
  const outcome = difference < AHEAD_S ? 'later' : difference > DAY_S ? 'earlier' : 'fits'
  return say('date.first-hop', outcome, {
    date: writeMoment(date.at, date.zoneMinutes),
    firstHop: `${first.by} · ${writeMoment(first.at, first.zoneMinutes)}`,
    difference: writeDifference(difference),
  })
}

function checkLast({ recipients }: Traits, hops: readonly Hop[]): Finding {
  const last = hops.at(-1)
  if (!last) return say('received.last-hop', 'none', {})
  const domains = [...new Set(recipients.map(({ address }) => domainOf(address)).filter(Boolean))]
  const own = organisationOf(last.by)
  const isOwn = own !== '' && domains.some((domain) => organisationOf(domain) === own)
  return say('received.last-hop', isOwn ? 'own' : 'other', {
    lastHop: last.by || '—',
    recipients: domains.join(', '),
  })
}
