import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { canonicalBytes } from '../platform/canonical.ts'
import { TEMPORARY_PREFIX } from '../platform/durable-file.ts'
import { errorCode, type FaultData } from '../platform/fault.ts'

/** Which program has a store open: the window, or a command. */
export type HolderKind = (typeof KINDS)[number]
const KINDS = ['window', 'command-line'] as const

/** Who is about to open a store. */
export interface Holder {
  readonly kind: HolderKind
  /** ISO instant. */
  readonly since: string
}

// The lock that keeps a second process out is SQLite's own and ends with the process. This file beside the store only says,
// in a sentence, whose lock it is; nothing depends on it. It is not synced: after a power cut it tells nothing.

const holderPath = (store: string): string => join(dirname(store), 'holder.json')

/** Tells beside the open `store` who has it open, in place of what an ended process told. Gives what takes it back. */
export function tellHolder(store: string, { kind, since }: Holder): () => void {
  const path = holderPath(store)
  // Renamed into place, so that whoever asks just now never reads half of it.
  const written = join(dirname(store), `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
  try {
    writeFileSync(written, canonicalBytes({ kind, pid: process.pid, since }), { mode: 0o600, flag: 'wx' })
    renameSync(written, path)
  } catch {
    rmSync(written, { force: true }) // a full disk: the store is as well guarded without the sentence
  }
  return () => {
    try {
      rmSync(path, { force: true })
    } catch {
      // A failing disk: the sentence stays, and whoever reads it sees that the process has ended.
    }
  }
}

/** What `STORE_BUSY` says of who has the store open; `unknown` where nobody told, or the process that told has ended. */
export function holderOf(store: string): FaultData {
  const unknown = { holder: 'unknown' }
  try {
    const told: unknown = JSON.parse(readFileSync(holderPath(store), 'utf8'))
    if (typeof told !== 'object' || told === null) return unknown
    const { kind, pid, since }: { kind?: unknown; pid?: unknown; since?: unknown } = told
    const holder = KINDS.find((known) => known === kind)
    if (!holder || !isRunning(pid) || typeof since !== 'string' || !INSTANT.test(since)) return unknown
    return { holder, pid, since }
  } catch {
    return unknown
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u

function isRunning(pid: unknown): pid is number {
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM' // it runs, and is somebody else's
  }
}
