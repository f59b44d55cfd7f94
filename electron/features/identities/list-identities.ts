import type { Identity, Seen } from '@bridge/model/identity.ts'
import { flagSender, type KnownIdentity } from '../../rules/identity/flag-sender.ts'
import type { Reader } from '../../store/store.ts'
import { isWithin, listIdentities as listRows, type StoredIdentity } from '../cases/index.ts'
import { listMessageRefs } from '../evidence/index.ts'
import { listBases } from './bases-store.ts'
import { listSeenAddresses, type SeenAddress } from './senders-store.ts'

/** Every identity of a case with its bases, its signs and how often it stands in the correspondence. */
export function listIdentities(reader: Reader, caseId: string): Identity[] {
  const rows = listRows(reader, caseId)
  const bases = Map.groupBy(listBases(reader, caseId), ({ identityId }) => identityId)
  const shown = [...bases.values()].flat().flatMap(({ messageId }) => messageId ?? [])
  const refs = listMessageRefs(reader, [...new Set(shown)])
  const seen = listSeenAddresses(reader, caseId)
  const known = rows.map((row) => ({ ...row, founded: bases.has(row.id) }))
  return rows.map((row) => {
    const { id, side, kind, value, companyZh, companyEn, person, position } = row
    return {
      ...{ id, side, kind, value, companyZh, companyEn, person, position },
      flags: flagsOf(row, known),
      seen: seenOf(row, seen),
      bases: (bases.get(id) ?? []).map(({ messageId, ...basis }) => ({
        ...{ id: basis.id, kind: basis.kind, quote: basis.quote, note: basis.note },
        message: refs.get(messageId ?? '') ?? null,
      })),
    }
  })
}

/** Held against the others alone: what was accepted may resemble what was accepted before. */
function flagsOf(row: StoredIdentity, known: readonly (KnownIdentity & { id: string })[]) {
  if (row.kind !== 'domain' && row.kind !== 'email') return []
  const address = row.kind === 'email' ? row.value : `@${row.value}`
  const from = [{ name: row.person, address }]
  const others = known.filter(({ id }) => id !== row.id)
  const unsettled = flagSender({ from, replyTo: [] }, known).some(({ code }) => code === 'FREE_MAIL')
  return flagSender({ from, replyTo: [] }, others).filter(({ code }) => code !== 'FREE_MAIL' || unsettled)
}

function seenOf({ kind, value }: StoredIdentity, seen: readonly SeenAddress[]): Seen | null {
  if (kind !== 'domain' && kind !== 'email') return null
  const own = seen.filter(({ address }) => isWithin(address, value))
  const times = own.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt].filter((at) => at !== null)).sort()
  return {
    sentCount: own.reduce((sum, { sentCount }) => sum + sentCount, 0),
    namedCount: own.reduce((sum, { namedCount }) => sum + namedCount, 0),
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
  }
}
