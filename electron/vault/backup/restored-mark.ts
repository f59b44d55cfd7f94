import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalBytes } from '../../platform/canonical.ts'
import { replaceFile, syncFolder } from '../../platform/durable-file.ts'

const head = z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/u) })

const about = z.strictObject({
  v: z.literal(1),
  storeId: z.uuid(),
  backupId: z.uuid(),
  /** The newest entry of the chain that came back. */
  head,
  /** What the copy of the head elsewhere said when the backup was restored; null where there was none. */
  seen: head.nullable(),
})
export type Restored = z.infer<typeof about>

const markFile = about.extend({ mac: z.string() })

const NAME = 'restored.json'

/** Where a vault that was put back says so, until its first opening has recorded it in the chain. */
export const restoredMarkOf = (root: string): string => join(root, NAME)

/** Written last into a restored vault: with it, and only with it, the vault is whole. `key` is the vault's key for backups. */
export async function writeRestoredMark(root: string, restored: Restored, key: Uint8Array): Promise<void> {
  await replaceFile(restoredMarkOf(root), canonicalBytes({ ...restored, mac: macOf(restored, key) }))
}

/** Called once the chain has recorded it. */
export async function forgetRestoredMark(root: string): Promise<void> {
  await rm(restoredMarkOf(root), { force: true })
  await syncFolder(root)
}

/** What the mark says; undefined where there is none, or where who wrote it did not hold the key. */
export async function readRestoredMark(
  root: string,
  storeId: string,
  key: Uint8Array,
): Promise<Restored | undefined> {
  const bytes = await readFile(restoredMarkOf(root)).catch(() => undefined)
  if (!bytes) return undefined
  const parsed = parse(bytes)
  if (!parsed || parsed.storeId !== storeId) return undefined
  const { mac, ...restored } = parsed
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(restored, key))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? restored : undefined
}

function parse(bytes: Buffer): z.infer<typeof markFile> | undefined {
  try {
    return markFile.safeParse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return undefined
  }
}

const macOf = (restored: Restored, key: Uint8Array): string =>
  createHmac('sha256', key)
    .update(canonicalBytes({ ...restored, what: 'restored' }))
    .digest('hex')
