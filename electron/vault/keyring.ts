import { hkdfSync, randomBytes } from 'node:crypto'
import { KEY_BYTES, NONCE_BYTES, openBytes, sealBytes } from '../platform/aead.ts'
import { canonicalBytes } from '../platform/canonical.ts'
import { Fault } from '../platform/fault.ts'
import type { Kdf } from './argon2.ts'
import type { KeyFile } from './key-file.ts'
import {
  type FirstSlot,
  type Keyring,
  type KeyringContents,
  proveKeyring,
  type RecoverySlot,
  sealKeyring,
} from './keyring-format.ts'
import { passphraseBytes } from './passphrase.ts'
import { composeRecoveryCode, newRecoverySecret, parseRecoveryCode } from './recovery-code.ts'

const SALT_BYTES = 16

type Header = Pick<KeyringContents, 'v' | 'storeId' | 'kdf'>
type SlotHeader = Pick<Header, 'v' | 'storeId'> & Partial<Pick<Header, 'kdf'>>
type Slot = FirstSlot | RecoverySlot
/** What a slot says of itself; it is bound to it. */
type SlotHead = { kind: 'passphrase' | 'recovery' } | { kind: 'passphrase+key-file'; keyFile: string }

/** A new keyring around a new random master key, and the recovery code that opens it too. Neither is kept. */
export async function createKeyring(
  storeId: string,
  passphrase: string,
  kdf: Kdf,
): Promise<{ keyring: Keyring; recoveryCode: string }> {
  const master = randomBytes(KEY_BYTES)
  try {
    const { kdf: cost, slot } = await wrapFirst(storeId, master, { passphrase }, kdf)
    const recovery = wrapRecovery(storeId, master)
    const contents: KeyringContents = {
      ...{ v: 1, storeId, kdf: cost, gen: 1, prev: null, state: 'awaiting-recovery' },
      slots: [slot, recovery.slot],
    }
    return { keyring: sealKeyring(contents, macKey(master, storeId)), recoveryCode: recovery.recoveryCode }
  } finally {
    master.fill(0)
  }
}

/** The key file that the passphrase does not open the vault without; undefined where it does. */
export const keyFileIdOf = ({ slots: [first] }: Keyring): string | undefined =>
  first.kind === 'passphrase+key-file' ? first.keyFile : undefined

/** What opens a vault, short of its recovery code. */
export interface Secrets {
  readonly passphrase: string
  /** Already proven to be the one that the keyring names. */
  readonly keyFile?: KeyFile | undefined
}

/**
 * The master key. Throws `KEY_FILE_NEEDED` before any hashing where none was given, and `WRONG_PASSPHRASE`: keyring and key
 * file are whole, so it is the passphrase that is wrong.
 */
export async function openWithPassphrase(
  keyring: Keyring,
  passphrase: string,
  kdf: Kdf,
  keyFile?: KeyFile,
): Promise<Buffer> {
  const [slot] = keyring.slots
  const needsFile = slot.kind === 'passphrase+key-file'
  if (needsFile && !keyFile) throw new Fault('KEY_FILE_NEEDED')
  // No vault has an empty one, and Argon2 takes none.
  if (passphraseBytes(passphrase).length === 0) throw new Fault('WRONG_PASSPHRASE')
  const used = needsFile ? { passphrase, keyFile } : { passphrase }
  const master = openSlot(keyring, slot, await firstKey(keyring.storeId, keyring.kdf, used, kdf))
  if (!master) throw new Fault('WRONG_PASSPHRASE')
  return master
}

/** The master key. Throws `WRONG_RECOVERY_CODE`, for a slip of the pen as for another vault's code. No key file is asked for. */
export function openWithRecovery(keyring: Keyring, typed: string): Buffer {
  const secret = parseRecoveryCode(typed)
  const master = secret && openSlot(keyring, keyring.slots[1], recoveryKey(keyring.storeId, secret))
  secret?.fill(0)
  if (!master) throw new Fault('WRONG_RECOVERY_CODE')
  return master
}

/**
 * The next generation, opened by these secrets and no longer by those before. The master key and the recovery code stay; no
 * data is encrypted anew.
 */
export async function withSecrets(
  keyring: Keyring,
  master: Uint8Array,
  secrets: Secrets,
  kdf: Kdf,
): Promise<Keyring> {
  const first = await wrapFirst(keyring.storeId, master, secrets, kdf)
  return nextGeneration(keyring, master, { kdf: first.kdf, slots: [first.slot, keyring.slots[1]] })
}

/** The next generation, with a new recovery code in place of the old one. */
export function withNewRecovery(
  keyring: Keyring,
  master: Uint8Array,
): { keyring: Keyring; recoveryCode: string } {
  const { slot, recoveryCode } = wrapRecovery(keyring.storeId, master)
  return { keyring: nextGeneration(keyring, master, { slots: [keyring.slots[0], slot] }), recoveryCode }
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

/** Argon2id of the passphrase; with a key file, HKDF over both, so that neither opens anything alone. */
async function firstKey(
  storeId: string,
  cost: Header['kdf'],
  { passphrase, keyFile }: Secrets,
  kdf: Kdf,
): Promise<Uint8Array> {
  const hashed = await kdf.argon2id(passphraseBytes(passphrase), Buffer.from(cost.salt, 'hex'), cost)
  if (!keyFile) return hashed
  const both = Buffer.concat([hashed, keyFile.secret])
  hashed.fill(0)
  try {
    return deriveKey(both, storeId, 'passphrase+key-file')
  } finally {
    both.fill(0)
  }
}

const recoveryKey = (storeId: string, secret: Uint8Array): Buffer => deriveKey(secret, storeId, 'recovery')
const macKey = (master: Uint8Array, storeId: string): Buffer => deriveKey(master, storeId, 'keyring')

/**
 * What a slot is bound to. The cost of hashing belongs to the passphrase alone, so that a new passphrase, with a new salt,
 * leaves the recovery slot as it is.
 */
const slotContext = ({ v, storeId, kdf }: SlotHeader, { kind, ...more }: SlotHead): Buffer =>
  canonicalBytes(kind === 'recovery' ? { v, storeId, kind } : { v, storeId, kdf, kind, ...more })

/** Wraps the master key for these secrets, under a new salt and the cost of hashing that is due today. */
async function wrapFirst(
  storeId: string,
  master: Uint8Array,
  secrets: Secrets,
  kdf: Kdf,
): Promise<{ kdf: Header['kdf']; slot: FirstSlot }> {
  const { m, t, p } = (await kdf.fitCost?.()) ?? kdf.cost
  const cost = { alg: 'argon2id', m, t, p, salt: randomBytes(SALT_BYTES).toString('hex') } as const
  const key = await firstKey(storeId, cost, secrets, kdf)
  const head = secrets.keyFile
    ? ({ kind: 'passphrase+key-file', keyFile: secrets.keyFile.id } as const)
    : ({ kind: 'passphrase' } as const)
  return { kdf: cost, slot: { ...head, ...wrap({ v: 1, storeId, kdf: cost }, head, key, master) } }
}

/** Wraps the master key for a new recovery code. */
function wrapRecovery(storeId: string, master: Uint8Array): { slot: RecoverySlot; recoveryCode: string } {
  const secret = newRecoverySecret()
  const head = { kind: 'recovery' } as const
  try {
    const key = recoveryKey(storeId, secret)
    return {
      slot: { ...head, ...wrap({ v: 1, storeId }, head, key, master) },
      recoveryCode: composeRecoveryCode(secret),
    }
  } finally {
    secret.fill(0)
  }
}

/** Seals the master key and wipes the key that did it. */
function wrap(
  header: SlotHeader,
  head: SlotHead,
  key: Uint8Array,
  master: Uint8Array,
): { nonce: string; wrap: string } {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = sealBytes(key, nonce, master, slotContext(header, head))
  key.fill(0)
  return { nonce: nonce.toString('hex'), wrap: sealed.toString('hex') }
}

/** Unwraps the master key and wipes the key that did it; then proves all the rest of the keyring with it. */
function openSlot(keyring: Keyring, slot: Slot, key: Uint8Array): Buffer | undefined {
  const { nonce, wrap: sealed, ...head } = slot
  const context = slotContext(keyring, head)
  const master = openBytes(key, Buffer.from(nonce, 'hex'), Buffer.from(sealed, 'hex'), context)
  key.fill(0)
  if (master) proveKeyring(keyring, macKey(master, keyring.storeId))
  return master
}
