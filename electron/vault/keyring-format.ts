import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from '../platform/canonical.ts'
import { Fault } from '../platform/fault.ts'
import { type KdfLimits, withinLimits } from './argon2.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))

/** Twice the longest keyring there is; whatever is longer is damaged, and is not read. */
export const MOST_KEYRING_BYTES = 4_096

const sealed = {
  nonce: hex(12),
  /** The master key and its tag: AES-256-GCM under this slot's key. */
  wrap: hex(48),
}

const firstSlot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), ...sealed }),
  /** Opens with the passphrase and the key file of this id together. */
  z.strictObject({ kind: z.literal('passphrase+key-file'), keyFile: hex(16), ...sealed }),
])
const recoverySlot = z.strictObject({ kind: z.literal('recovery'), ...sealed })

const contents = z.strictObject({
  v: z.literal(1),
  storeId: z.uuid(),
  /** Counts up with every change; `prev` is the `check` of the generation before. */
  gen: z.int().min(1),
  prev: hex(32).nullable(),
  /** `ready` once the recovery code has been typed back; only then is there a store. */
  state: z.enum(['awaiting-recovery', 'ready']),
  /** Memory in KiB, passes, lanes; hashed is the passphrase in NFKC and UTF-8. */
  kdf: z.strictObject({ alg: z.literal('argon2id'), m: z.int(), t: z.int(), p: z.int(), salt: hex(16) }),
  slots: z.tuple([firstSlot, recoverySlot]),
})

const keyringFile = contents.extend({
  /** HMAC-SHA256 of the contents under a key derived from the master key: nobody without it can alter them. */
  mac: hex(32),
  /** SHA-256 of all the rest: tells damage from a wrong passphrase, before any key is known. */
  check: hex(32),
})

export type FirstSlot = z.infer<typeof firstSlot>
export type RecoverySlot = z.infer<typeof recoverySlot>
export type KeyringContents = z.infer<typeof contents>
/** `keyring.json`: canonical JSON (RFC 8785), nothing before, after or between. */
export type Keyring = z.infer<typeof keyringFile>

/** The contents with their two seals. */
export function sealKeyring(contents: KeyringContents, macKey: Uint8Array): Keyring {
  const body = { ...contents, mac: macOf(contents, macKey) }
  return { ...body, check: checkOf(body) }
}

/** The file of a keyring. */
export const keyringBytes = (keyring: Keyring): Buffer => canonicalBytes(keyring)

/** Reads a file. Throws `KEYRING_DAMAGED` for any bytes but those written, `STORE_NEWER` for a later format. */
export function parseKeyring(bytes: Uint8Array, limits: KdfLimits): Keyring {
  if (bytes.length > MOST_KEYRING_BYTES) throw new Fault('KEYRING_DAMAGED')
  const value = parseJson(bytes)
  if (versionOf(value) > 1) throw new Fault('STORE_NEWER')
  const parsed = keyringFile.safeParse(value)
  if (!parsed.success || !withinLimits(parsed.data.kdf, limits)) throw new Fault('KEYRING_DAMAGED')
  const { check, ...body } = parsed.data
  if (check !== checkOf(body) || !canonicalBytes(parsed.data).equals(bytes))
    throw new Fault('KEYRING_DAMAGED')
  return parsed.data
}

/** Throws `KEYRING_DAMAGED` where something beside the opened slot was altered. */
export function proveKeyring({ mac, check: _check, ...contents }: Keyring, macKey: Uint8Array): void {
  const expected = Buffer.from(macOf(contents, macKey))
  if (!timingSafeEqual(expected, Buffer.from(mac))) throw new Fault('KEYRING_DAMAGED')
}

const macOf = (contents: KeyringContents, macKey: Uint8Array): string =>
  createHmac('sha256', macKey).update(canonicalBytes(contents)).digest('hex')

const checkOf = (body: Omit<Keyring, 'check'>): string =>
  createHash('sha256').update(canonicalBytes(body)).digest('hex')

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Fault('KEYRING_DAMAGED', {}, { cause: error })
  }
}

const versionOf = (value: unknown): number => {
  const parsed = z.looseObject({ v: z.number() }).safeParse(value)
  return parsed.success ? parsed.data.v : 0
}
