import { ALARM_FINDINGS, type AlarmFinding, type VaultAlarm } from '@bridge/model/vault-alarm.ts'
import { z } from 'zod'
import type { Fact } from '../platform/facts.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { AuditChain } from './audit-chain.ts'
import { eachEntryBackwards, findEntry } from './chain-store.ts'
import type { Freshness } from './freshness.ts'

/** A finding that no lawyer has said yet she has read. */
export interface Alarm extends VaultAlarm {
  /** The entry of the chain that records it. */
  readonly seq: number
}

/** Entries that say whether an alarm stands: the openings carry it on, the others begin and end it. */
const TELLING = new Set([
  'vault.created',
  'vault.unlocked',
  'vault.recovered',
  'chain.head-mismatch',
  'chain.alarm-accepted',
])

const entryFacts = z.looseObject({
  facts: z.looseObject({
    alarm: z.int().optional(),
    finding: z.int().optional(),
    expected: z.int().optional(),
    found: z.int().optional(),
  }),
})

/** The alarm that stands, as the chain tells it. Reads back to the last opening, no further. */
export function findAlarm(reader: Reader): Alarm | null {
  for (const { seq, act } of eachEntryBackwards(reader)) {
    if (!TELLING.has(act)) continue
    if (act === 'chain.alarm-accepted') return null
    return alarmAt(reader, act === 'chain.head-mismatch' ? seq : factsAt(reader, seq)?.alarm)
  }
  return null
}

/** Records a finding, and gives the alarm that stands from now on: of two, the graver one, and the earlier of equals. */
export function recordMismatch(
  audit: AuditChain,
  writer: Writer,
  storeId: string,
  freshness: Freshness,
): Alarm | null {
  const before = findAlarm(writer)
  const { finding, expected, found } = freshness
  if (finding === 'SAME' || finding === 'HEAD_BEHIND') return before
  const { seq } = audit.append(writer, {
    act: 'chain.head-mismatch',
    objectId: storeId,
    facts: { finding: gravity(finding), found, ...(expected === null ? {} : { expected }) },
  })
  return before && gravity(before.finding) <= gravity(finding) ? before : { seq, finding, expected, found }
}

/** What an opening carries on of the alarm that stands. */
export const alarmFacts = (alarm: Alarm | null): Record<string, Fact> => (alarm ? { alarm: alarm.seq } : {})

const gravity = (finding: AlarmFinding): number => ALARM_FINDINGS.indexOf(finding)

const factsAt = (reader: Reader, seq: number): z.infer<typeof entryFacts>['facts'] | undefined =>
  entryFacts.safeParse(JSON.parse(findEntry(reader, seq)?.entry ?? 'null')).data?.facts

function alarmAt(reader: Reader, seq: number | undefined): Alarm | null {
  const facts = seq === undefined ? undefined : factsAt(reader, seq)
  const finding = ALARM_FINDINGS[facts?.finding ?? -1]
  if (seq === undefined || finding === undefined) return null
  return { seq, finding, expected: facts?.expected ?? null, found: facts?.found ?? 0 }
}
