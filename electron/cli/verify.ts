import {
  type BundleReport,
  type StoreReport,
  verifyBundle,
  verifyStore,
} from '../features/verification/index.ts'
import type { Program } from '../ipc/program.ts'
import { errorCode } from '../platform/fault.ts'
import type { AppPaths } from '../platform/paths.ts'
import { refuseBusy } from '../store/connect.ts'
import { type PageReport, verifyPages } from '../store/verify-pages.ts'
import type { Kdf } from '../vault/argon2.ts'
import { type KeyringSecret, readKeys, wipeKeys } from '../vault/read-keys.ts'
import type { OpenVault } from '../vault/vault.ts'

type Say = (line: string) => void

interface ClosedVault {
  readonly paths: AppPaths
  readonly secret: KeyringSecret
  readonly kdf: Kdf
}

/**
 * Looks at every page of the database of a closed vault and tells what it found. True where each is as it was written. Throws
 * `STORE_BUSY` where somebody has it open or opened it meanwhile, for a page that is being written looks damaged; and what
 * `readKeys` throws.
 */
export async function checkPages(vault: ClosedVault, say: Say): Promise<boolean> {
  refuseBusy(vault.paths.store)
  const { pages, damaged, missing } = await readPages(vault)
  refuseBusy(vault.paths.store)
  const whole = damaged.length === 0 && missing === 0
  say(`Database   ${whole ? 'in order' : `${damaged.length + missing} problems`}: ${pages} pages`)
  for (const page of damaged) say(`  PAGE_DAMAGED  ${page}`)
  if (missing > 0) say(`  PAGES_MISSING  ${missing}, from the end`)
  return whole
}

async function readPages({ paths, secret, kdf }: ClosedVault): Promise<PageReport> {
  const keys = await readKeys(paths.keyring, secret, kdf)
  try {
    return await verifyPages(paths.store, keys.store)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { pages: 0, damaged: [], missing: 1 }
    throw error
  } finally {
    wipeKeys(keys)
  }
}

/** Re-checks the open vault: its originals, custody and audit chain. True where everything is in order. */
export async function checkVault({ vault }: Program, say: Say): Promise<boolean> {
  const fresh = tellFreshness(vault.opened(), say)
  const whole = tell('Vault', await verifyStore(vault.opened()), say) && fresh
  // No problem: no evidence refers to them, and nothing but a person may delete them.
  for await (const { name } of vault.opened().files.listQuarantined()) say(`  in quarantine  ${name}`)
  return whole
}

/** How the vault stood to what this computer last saw of it, and the root that a receipt can be held against. */
function tellFreshness(opened: OpenVault, say: Say): boolean {
  const { finding, expected, found } = opened.freshness
  const fresh = finding === 'SAME' || finding === 'HEAD_BEHIND'
  const seen = expected === null ? '' : `, ${expected} seen before`
  say(`Head       ${fresh ? 'in order' : finding}: ${found} entries found${seen}`)
  const standing = opened.alarm()
  if (standing && fresh) say(`  NOT_YET_READ  ${standing.finding}, entry ${standing.seq}`)
  const { seq, hash, root } = opened.headWithRoot()
  say(`  entry ${seq}  ${hash}`)
  say(`  root  ${root}`)
  return fresh && !standing
}

/** Checks an exported bundle; with an open vault, also that it was exported from there. True where everything is in order. */
export async function checkBundle(program: Program | undefined, path: string, say: Say): Promise<boolean> {
  return tell('Bundle', await verifyBundle(path, program?.vault.opened().store.read), say)
}

function tell(what: string, { counts, problems }: StoreReport | BundleReport, say: Say): boolean {
  const counted = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  say(
    `${what.padEnd(10)} ${problems.length === 0 ? 'in order' : `${problems.length} problems`}: ${counted.join(', ')}`,
  )
  for (const { code, name, knownAs } of problems) say(`  ${code}  ${name}${knownAs ? `  (${knownAs})` : ''}`)
  return problems.length === 0
}
