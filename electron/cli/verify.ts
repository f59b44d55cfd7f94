import {
  type BundleReport,
  type StoreReport,
  verifyBundle,
  verifyStore,
} from '../features/verification/index.ts'
import type { Program } from '../ipc/program.ts'

type Say = (line: string) => void

/** Re-checks the open vault: its originals, custody and audit chain. True where everything is in order. */
export async function checkVault({ vault }: Program, say: Say): Promise<boolean> {
  return tell('Vault', await verifyStore(vault.opened()), say)
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
