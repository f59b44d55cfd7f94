import { createHash } from 'node:crypto'
import { canonicalBytes } from '../../../electron/platform/canonical.ts'
import { type AuditEntry, entryHash, firstLink } from '../../../electron/vault/audit-entry.ts'
import { commitmentTo, type Opening } from '../../../electron/vault/commitment.ts'
import { merkleRoot } from '../../../electron/vault/merkle.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A custody record in memory, as the app would write it. */
export interface CustodyRecord {
  readonly storeId: string
  /** Texts of the entries, each one a line. */
  readonly lines: readonly string[]
  /** What opens the commitment of each entry that holds one, by its place from 0. */
  readonly openings: ReadonlyMap<number, Opening & { readonly bytes: Buffer }>
}

const ACTS = ['vault.unlocked', 'case.added', 'statement.marked', 'exhibit.changed', 'exhibits.exported']

/** A chain of `length` entries with runs of the program, clocks set back now and then, and intakes of small originals. */
export function makeRecord(random: SeededRandom, length: number): CustodyRecord {
  const storeId = random.uuid()
  const lines: string[] = []
  const openings = new Map<number, Opening & { bytes: Buffer }>()
  let [prev, at, boot, mono] = [firstLink(storeId), Date.parse('2026-03-02T08:30:00.000Z'), random.uuid(), 0]
  for (let place = 0; place < length; place += 1) {
    const before = at
    at += random.below(12) === 0 ? -random.below(7_200_000) : random.below(600_000)
    if (random.below(10) === 0) [boot, mono] = [random.uuid(), 0]
    mono += random.below(60_000)
    const taken = place > 0 && random.below(3) === 0
    const bytes = Buffer.from(`From: ${random.hex(4)}@example.test\r\n\r\n${random.hex(random.below(200))}`)
    const opening = { sha256: sha256Of(bytes), salt: random.hex(32) }
    if (taken) openings.set(place, { ...opening, bytes })
    const entry: AuditEntry = {
      v: 1,
      seq: place + 1,
      prev,
      at: new Date(at).toISOString(),
      clock: place > 0 && at < before ? 'regressed' : 'ok',
      boot,
      mono,
      actor: random.pick(['person', 'command-line', 'app']),
      app: 'redchop 0.1.0',
      act: place === 0 ? 'vault.created' : taken ? 'intake.taken' : random.pick(ACTS),
      object: random.uuid(),
      commit: taken ? commitmentTo(opening) : null,
      facts: JSON.parse(
        taken ? `{"read":true,"sizeBytes":${bytes.length}}` : `{"messages":${random.below(99)}}`,
      ),
    }
    lines.push(textOf(entry))
    prev = entryHash(textOf(entry))
  }
  return { storeId, lines, openings }
}

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')
export const textOf = (value: object): string => canonicalBytes(value).toString()

/** `chain.json` over these lines. */
export function sealOf(storeId: string, lines: readonly string[]): Record<string, string | number> {
  const hashes = lines.map(entryHash)
  return {
    format: 'redchop-chain',
    version: 1,
    storeId,
    size: lines.length,
    head: hashes.at(-1) ?? firstLink(storeId),
    root: merkleRoot(hashes),
  }
}

/** The receipt for the first `seq` of these lines. */
export function receiptOf(storeId: string, lines: readonly string[], seq: number): string {
  const { head, root } = sealOf(storeId, lines.slice(0, seq))
  const said = `REDCHOP-RECEIPT-1 store=${storeId} seq=${seq} head=${head} root=${root} at=2026-11-21T09:00:00.000Z`
  return `${said} check=${sha256Of(said).slice(0, 8)}`
}

/** Links every line from `from` on to the one before it, as somebody would who writes history anew. */
export function chainAnew(storeId: string, lines: readonly string[], from: number): string[] {
  const made = lines.slice(0, from)
  for (const line of lines.slice(from)) {
    const before = made.at(-1)
    const prev = before === undefined ? firstLink(storeId) : entryHash(before)
    made.push(line.replace(/"prev":"[0-9a-f]{64}"/u, `"prev":"${prev}"`))
  }
  return made
}
