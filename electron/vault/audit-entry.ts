import { hash } from 'node:crypto'
import { canonicalBytes } from '../platform/canonical.ts'
import type { Fact } from '../platform/facts.ts'
import type { Opening } from './commitment.ts'

/** Something that happened. `facts` are counts, flags, ids and digests; text of a case does not fit the type. */
export interface AuditAct {
  /** What was done, as `object.verb` in the past tense: `evidence.imported`. */
  readonly act: `${string}.${string}`
  /** The id of the row, or the digest of the file, that it was done to. */
  readonly objectId: string
  readonly facts?: Readonly<Record<string, Fact>>
  /** The bytes it was done to: only a commitment to them is written. A commitment made before goes in as it is. */
  readonly commit?: Opening | string
}

/** One link of the chain, as it is hashed. `seq` is the order; `at` is what the computer's clock claimed. */
export interface AuditEntry {
  readonly v: 1
  readonly seq: number
  /** Hash of the entry before; of the first one, the hash that stands for this vault. */
  readonly prev: string
  readonly at: string
  /** `regressed` where `at` is earlier than in the entry before: the computer's clock was set back. */
  readonly clock: ClockState
  /** The run of the program that wrote it, and how many milliseconds that had been running: time nobody can set back. */
  readonly boot: string
  readonly mono: number
  readonly actor: AuditActor
  readonly app: string
  readonly act: string
  readonly object: string
  /** See `commitment.ts`; null where no bytes are meant. */
  readonly commit: string | null
  readonly facts: Readonly<Record<string, Fact>>
}

export type ClockState = 'ok' | 'regressed'

/** Who acted: a person in a window or at a command line, or the app by itself. */
export type AuditActor = 'person' | 'command-line' | 'app'

/** SHA-256 of a zero byte and the canonical entry; the byte keeps leaves apart from nodes of a tree (RFC 9162, 2.1.1). */
export const entryHash = (entry: string): string => hash('sha256', `\0${entry}`, 'hex')

/** What the first entry links to: a chain moved over from another vault does not fit. */
export const firstLink = (storeId: string): string => entryHash(canonicalBytes({ v: 1, storeId }).toString())
