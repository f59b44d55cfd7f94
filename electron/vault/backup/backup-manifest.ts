import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes, parseCanonical } from '../../platform/canonical.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

/** Every name there can be in a backup: none leads out of its folder. */
const path = z.string().regex(/^(store\.db|keyring\.json|head\.log|files\/[0-9a-f]{64})$/u)
const original = z.string().regex(/^files\/[0-9a-f]{64}$/u)

const contents = z.strictObject({
  format: z.literal('redchop-backup'),
  version: z.literal(1),
  id: z.uuid(),
  app: z.string(),
  storeId: z.uuid(),
  madeAt: z.iso.datetime(),
  /** The newest entry of the audit chain in it. */
  head: z.strictObject({ seq: z.int().min(1), hash: sha256 }),
  /** Digest of every table in canonical order under a key of this vault: what a restored store must come to again. */
  tables: z.record(z.string(), sha256),
  /** Every file, with the SHA-256 of its bytes as they lie there, encrypted. Those under `files/` lie beside the backup. */
  files: z.array(z.strictObject({ path, sizeBytes: z.int().nonnegative(), sha256 })),
  /** Originals of its database that it lacks: neither the vault nor this folder had them whole. Not there where it lacks none. */
  lacks: z.array(original).min(1).optional(),
})
export type BackupContents = z.infer<typeof contents>

/** `manifest.json` of a backup: canonical JSON (RFC 8785). */
const manifestFile = contents.extend({
  /** HMAC-SHA256 of the contents under a key derived from the master key: nobody without it can alter them. */
  mac: sha256,
})
export type BackupManifest = z.infer<typeof manifestFile>

/** No vault has so many originals that its manifest were longer; nothing longer is read. */
export const MOST_MANIFEST_BYTES = 256 * 1_048_576

/** The file of a manifest. `key` is the vault's key for backups. */
export const sealManifest = (about: BackupContents, key: Uint8Array): Buffer =>
  canonicalBytes({ ...about, mac: macOf(about, key) })

/** Reads `manifest.json`; undefined for any bytes but those that were written. Its seal is proven by `isSealed`. */
export const parseManifest = (bytes: Uint8Array): BackupManifest | undefined =>
  parseCanonical(bytes, (value) => manifestFile.parse(value))

/** Whether the manifest was written by who holds the vault's key for backups. */
export function isSealed({ mac, ...about }: BackupManifest, key: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(macOf(about, key)), Buffer.from(mac))
}

const macOf = (about: BackupContents, key: Uint8Array): string =>
  createHmac('sha256', key).update(canonicalBytes(about)).digest('hex')
