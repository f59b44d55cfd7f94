import { hkdfSync, randomBytes } from 'node:crypto'
import { KEY_BYTES, NONCE_BYTES, openBytes, sealBytes } from '../platform/aead.ts'
import { canonicalBytes } from '../platform/canonical.ts'
import { Fault } from '../platform/fault.ts'
import type { Kdf, KdfCost } from './argon2.ts'
import {
  type Keyring,
  type KeyringContents,
  proveKeyring,
  type SlotKind,
  sealKeyring,
} from './keyring-format.ts'
import { passphraseBytes } from './passphrase.ts'
import { composeRecoveryCode, newRecoverySecret, parseRecoveryCode } from './recovery-code.ts'

const SALT_BYTES = 16

type Header = Pick<KeyringContents, 'v' | 'storeId' | 'kdf'>
type Slot = KeyringContents['slots'][number]

/** A new keyring around a new random master key, and the recovery code that opens it too. Neither is kept. */
export async function createKeyring(
  storeId: string,
  passphrase: string,
  kdf: Kdf,
): Promise<{ keyring: Keyring; recoveryCode: string }> {
  const master = randomBytes(KEY_BYTES)
  const recovery = newRecoverySecret()
  try {
    const header: Header = { v: 1, storeId, kdf: newKdf(kdf.cost) }
    const slots = [
      wrapSlot(header, 'passphrase', await passphraseKey(header, passphrase, kdf), master),
      wrapSlot(header, 'recovery', recoveryKey(storeId, recovery), master),
    ]
    const contents: KeyringContents = { ...header, gen: 1, prev: null, state: 'awaiting-recovery', slots }
    return {
      keyring: sealKeyring(contents, macKey(master, storeId)),
      recoveryCode: composeRecoveryCode(recovery),
    }
  } finally {
    master.fill(0)
    recovery.fill(0)
  }
}

/** The master key. Throws `WRONG_PASSPHRASE`: the keyring is whole, so it is the passphrase that is wrong. */
export async function openWithPassphrase(keyring: Keyring, passphrase: string, kdf: Kdf): Promise<Buffer> {
  const master = openSlot(keyring, 'passphrase', await passphraseKey(keyring, passphrase, kdf))
  if (!master) throw new Fault('WRONG_PASSPHRASE')
  return master
}

/** The master key. Throws `WRONG_RECOVERY_CODE`, for a slip of the pen as for another vault's code. */
export function openWithRecovery(keyring: Keyring, typed: string): Buffer {
  const secret = parseRecoveryCode(typed)
  const master = secret && openSlot(keyring, 'recovery', recoveryKey(keyring.storeId, secret))
  secret?.fill(0)
  if (!master) throw new Fault('WRONG_RECOVERY_CODE')
  return master
}

/** The next generation, opened by another passphrase. The master key and the recovery code stay; no data is encrypted anew. */
export async function withPassphrase(
  keyring: Keyring,
  master: Uint8Array,
  passphrase: string,
  kdf: Kdf,
): Promise<Keyring> {
  const header: Header = { v: 1, storeId: keyring.storeId, kdf: newKdf(kdf.cost) }
  const slot = wrapSlot(header, 'passphrase', await passphraseKey(header, passphrase, kdf), master)
  const slots = [slot, ...keyring.slots.filter(({ kind }) => kind !== 'passphrase')]
  return nextGeneration(keyring, master, { kdf: header.kdf, slots })
}

/** The next generation, with the recovery code proven. */
export const asReady = (keyring: Keyring, master: Uint8Array): Keyring =>
  nextGeneration(keyring, master, { state: 'ready' })

function nextGeneration(keyring: Keyring, master: Uint8Array, change: Partial<KeyringContents>): Keyring {
  const { mac: _mac, check, ...contents } = keyring
  const next = { ...contents, ...change, gen: contents.gen + 1, prev: check }
  return sealKeyring(next, macKey(master, keyring.storeId))
}

/** One 32-byte key per purpose (HKDF-SHA256, RFC 5869); keys of two purposes or two vaults tell nothing of each other. */
export const deriveKey = (secret: Uint8Array, storeId: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, storeId, `redchop/v1/${purpose}`, KEY_BYTES))

const newKdf = ({ m, t, p }: KdfCost): Header['kdf'] => ({
  alg: 'argon2id',
  m,
  t,
  p,
  salt: randomBytes(SALT_BYTES).toString('hex'),
})

async function passphraseKey(header: Header, passphrase: string, kdf: Kdf): Promise<Uint8Array> {
  return kdf.argon2id(passphraseBytes(passphrase), Buffer.from(header.kdf.salt, 'hex'), header.kdf)
}

const recoveryKey = (storeId: string, secret: Uint8Array): Buffer => deriveKey(secret, storeId, 'recovery')
const macKey = (master: Uint8Array, storeId: string): Buffer => deriveKey(master, storeId, 'keyring')

/**
 * What a slot is bound to. The cost of hashing belongs to the passphrase alone, so that a new passphrase, with a new salt,
 * leaves the recovery slot as it is.
 */
const slotContext = ({ v, storeId, kdf }: Header, kind: SlotKind): Buffer =>
  canonicalBytes(kind === 'passphrase' ? { v, storeId, kdf, kind } : { v, storeId, kind })

/** Wraps the master key and wipes the key that did it. */
function wrapSlot(header: Header, kind: SlotKind, key: Uint8Array, master: Uint8Array): Slot {
  const nonce = randomBytes(NONCE_BYTES)
  const wrap = sealBytes(key, nonce, master, slotContext(header, kind))
  key.fill(0)
  return { kind, nonce: nonce.toString('hex'), wrap: wrap.toString('hex') }
}

/** Unwraps the master key and wipes the key that did it; then proves all the rest of the keyring with it. */
function openSlot(keyring: Keyring, kind: SlotKind, key: Uint8Array): Buffer | undefined {
  const slot = keyring.slots.find((candidate) => candidate.kind === kind)
  const nonce = Buffer.from(slot?.nonce ?? '', 'hex')
  const master = slot && openBytes(key, nonce, Buffer.from(slot.wrap, 'hex'), slotContext(keyring, kind))
  key.fill(0)
  if (master) proveKeyring(keyring, macKey(master, keyring.storeId))
  return master
}
