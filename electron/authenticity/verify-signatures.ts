import type { KeptKey } from '@bridge/model/authenticity.ts'
import type { ARCSigningData, DKIMResult } from 'mailauth'
import { arc } from 'mailauth/lib/arc/index.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'

/** What is kept for one name, newest look-up first: a domain changes its keys and a selector may come again. */
type KeysByName = ReadonlyMap<string, readonly KeptKey[]>

export interface Verified {
  readonly signature: DKIMResult
  /** The key it was held against; undefined where none is kept. */
  readonly key: KeptKey | undefined
}

export interface Signatures {
  readonly signatures: readonly Verified[]
  /** Undefined where there are no seals. */
  readonly seals: { result: string; comment: string } | undefined
  /** Whether other pairings of the kept keys might bear out the seals: they are many, and only those of like age are tried. */
  readonly untried: boolean
}

type Round = Pick<Signatures, 'signatures' | 'seals'>

/** So many keys of one name are tried; a selector that had more was made up. */
const MOST_KEYS = 8
/** Weak keys are to be named, not passed over: even a short one verifies, and the finding says what that is worth. */
const LEAST_BITS = 256

export const keyNameOf = (selector: string, domain: string): string =>
  `${selector}._domainkey.${domain}`.toLowerCase()

/**
 * Verifies DKIM (RFC 6376) and ARC (RFC 8617) with kept keys alone: where none is kept, there is no key, and nobody is asked.
 * Whether a signature has expired by today says nothing of the day it was used, so time stands still at the beginning.
 */
export async function verifySignatures(
  message: Buffer,
  kept: readonly KeptKey[],
  sealNames: readonly string[],
): Promise<Signatures> {
  const byName: KeysByName = groupByName(kept)
  const rounds = Math.min(MOST_KEYS, Math.max(1, ...[...byName.values()].map((keys) => keys.length)))
  let best = await verifyRound(message, byName, 0)
  for (let round = 1; round < rounds; round += 1) {
    const next = await verifyRound(message, byName, round)
    best = {
      signatures: best.signatures.map((one, at) => better(one, next.signatures[at])),
      seals: next.seals?.result === 'pass' ? next.seals : best.seals,
    }
  }
  const counts = sealNames.map((name) => byName.get(name)?.length ?? 1)
  const pairings = counts.reduce((product, each) => product * each, 1)
  return { ...best, untried: pairings > Math.min(MOST_KEYS, Math.max(1, ...counts)) }
}

/** RFC 8301 3.1: a signature by SHA-1 is not to be verified, whatever its key. */
export const isWeakAlgorithm = ({ signature }: Verified): boolean =>
  signature.status.policy?.['dkim-rules'] === 'weak-algorithm'

const better = (one: Verified, other: Verified | undefined): Verified =>
  other && one.signature.status.result !== 'pass' && other.signature.status.result === 'pass' ? other : one

async function verifyRound(message: Buffer, byName: KeysByName, round: number): Promise<Round> {
  const keyOf = (name: string): KeptKey | undefined => {
    const keys = byName.get(name.toLowerCase())
    return keys?.[Math.min(round, keys.length - 1)]
  }
  const options = {
    minBitLength: LEAST_BITS,
    rejectRsaSha1: true,
    curTime: new Date(0),
    async resolver(name: string): Promise<string[][]> {
      const key = keyOf(name)
      if (!key) throw Object.assign(new Error('No key is kept'), { code: 'ENOTFOUND' })
      return [[key.record]]
    },
  }
  const { results, arc: chain } = await dkimVerify(message, options)
  const signatures = results
    .filter(({ status }) => status.result !== 'none')
    .map((signature) => ({
      signature,
      key: keyOf(keyNameOf(signature.selector ?? '', signature.signingDomain ?? '')),
    }))
  const seals = chain && (await verifySeals(chain, options))
  return { signatures, seals }
}

async function verifySeals(
  { chain, lastEntry, error }: ARCSigningData,
  options: Parameters<typeof arc>[1],
): Promise<Signatures['seals']> {
  if (!chain && !error) return undefined
  const data = { chain: chain || [], ...(lastEntry ? { lastEntry } : {}), ...(error ? { error } : {}) }
  const { status } = await arc(data, options)
  return status.result === 'none' ? undefined : { result: status.result, comment: status.comment || '' }
}

function groupByName(kept: readonly KeptKey[]): KeysByName {
  const byName = new Map<string, KeptKey[]>()
  for (const key of kept.toSorted((a, b) => b.lookedUpOn.localeCompare(a.lookedUpOn))) {
    const name = keyNameOf(key.selector, key.domain)
    const keys = byName.get(name) ?? []
    if (!keys.some(({ record }) => record === key.record)) byName.set(name, [...keys, key])
  }
  return byName
}
