import type { AlarmFinding } from '@bridge/model/vault-alarm.ts'
import type { HeadReading, HeadRecord } from './head-record.ts'

/**
 * How the chain stands to what was last seen of it. `HEAD_BEHIND` is what an interruption between a write and its record
 * leaves: everything the head names is there, and more.
 */
export interface Freshness {
  readonly finding: 'SAME' | 'HEAD_BEHIND' | AlarmFinding
  /** Number of the newest entry that was seen before; null where nothing tells. */
  readonly expected: number | null
  /** Number of the newest entry that is there; 0 for an empty chain. */
  readonly found: number
}

/** The chain as it was found. */
export interface FoundChain {
  readonly seq: number
  hashAt(seq: number): string | undefined
  /** Nothing was ever done with it but to make it: its head log may not have been begun. */
  readonly untouched: boolean
}

/** Holds a chain against its head log (undefined for none) and the newest record of the copy elsewhere. */
export function judgeFreshness(
  chain: FoundChain,
  log: HeadReading | undefined,
  copy: HeadRecord | undefined,
): Freshness {
  const [byLog, byCopy] = [placeOf(chain, log?.newest), placeOf(chain, copy)]
  const seen = Math.max(log?.newest?.seq ?? 0, copy?.seq ?? 0)
  const answer = (finding: Freshness['finding']): Freshness => ({
    finding,
    expected: seen || null,
    found: chain.seq,
  })
  if (byLog === 'beyond') return answer('TAIL_MISSING')
  if (byCopy === 'beyond') return answer('FOLDER_ROLLED_BACK')
  if (byLog === 'forked' || byCopy === 'forked') return answer('FORKED')
  if (!log && !chain.untouched) return answer('HEAD_MISSING')
  if (log?.damaged) return answer('HEAD_DAMAGED')
  return answer(byLog === 'behind' ? 'HEAD_BEHIND' : 'SAME')
}

/** Where a head record stands to the chain. */
function placeOf(chain: FoundChain, record: HeadRecord | undefined): 'same' | 'behind' | 'beyond' | 'forked' {
  if (!record) return 'same'
  if (record.seq > chain.seq) return 'beyond'
  if (chain.hashAt(record.seq) !== record.hash) return 'forked'
  return record.seq < chain.seq ? 'behind' : 'same'
}
