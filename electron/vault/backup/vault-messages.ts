import { backupProblem } from '@bridge/model/backup.ts'
import { z } from 'zod'

// What main and the vault worker say to each other. Unlike the other workers this one is trusted: it gets keys and paths.

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const place = z.object({ folder: z.string(), name: z.string() })
const head = z.object({ seq: z.int(), hash: z.string() })

export const vaultRequest = z.discriminatedUnion('type', [
  /** First of all; the worker forgets them only by ending. */
  z.object({
    type: z.literal('keys'),
    storeId: z.string(),
    store: bytes,
    name: bytes,
    content: bytes,
    backup: bytes,
  }),
  /** Copies the frozen database byte by byte. */
  z.object({ type: z.literal('copy'), from: z.string(), scratch: z.string() }),
  /** Writes a backup from that copy, and removes the copy. */
  z.object({
    type: z.literal('write'),
    scratch: z.string(),
    files: z.string(),
    keyring: z.string(),
    headLog: bytes.nullable(),
    place,
    about: z.object({ id: z.string(), app: z.string(), madeAt: z.string(), head }),
  }),
  /** Restores a backup into `scratch`, compares everything and removes it again. `files`: where a spoilt original is healed from. */
  z.object({ type: z.literal('prove'), place, scratch: z.string(), files: z.string().nullable() }),
  /** Copies a proven backup into a new folder, whole and synced. */
  z.object({ type: z.literal('restore'), place, target: z.string() }),
  /** Removes what backups with these ids left unfinished. */
  z.object({ type: z.literal('sweep'), folder: z.string(), unfinishedIds: z.array(z.string()) }),
  /** Removes backups by name, then the originals that none needs any more. */
  z.object({ type: z.literal('prune'), folder: z.string(), names: z.array(z.string()) }),
])
export type VaultRequest = z.infer<typeof vaultRequest>

const proof = z.object({
  pages: z.number(),
  entries: z.number(),
  originals: z.number(),
  files: z.number(),
  /** Originals in the backup folder that were spoilt and put right from the vault. */
  healed: z.number(),
  /** SHA-256 of the originals that are damaged in the vault itself, and are not in the backup. */
  lacks: z.array(z.string()),
  rows: z.string(),
  headSeq: z.number(),
  headHash: z.string(),
})
/** What a rehearsal found equal; `rows` is the SHA-256 over the digests of all tables. */
export type BackupProof = z.infer<typeof proof>

const written = z.object({ storeBytes: z.number(), fileCount: z.number(), copiedCount: z.number() })
/** What a backup is made of. */
export type WrittenBackup = z.infer<typeof written>

export const vaultReply = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    phase: z.enum(['copying', 'proving']),
    done: z.number(),
    total: z.number(),
  }),
  z.object({ type: z.literal('copied') }),
  written.extend({ type: z.literal('written') }),
  proof.extend({ type: z.literal('proven') }),
  z.object({ type: z.literal('restored') }),
  z.object({ type: z.literal('swept') }),
  z.object({ type: z.literal('pruned'), names: z.array(z.string()) }),
  /** The backup is not what it should be. */
  z.object({ type: z.literal('refused'), problem: backupProblem }),
  /** It could not be done: a code of ours or of the operating system. */
  z.object({ type: z.literal('failed'), code: z.string() }),
])
export type VaultReply = z.infer<typeof vaultReply>
