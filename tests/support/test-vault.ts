import { resolve } from 'node:path'
import type { Clock } from '../../electron/platform/clock.ts'
import { randomIds } from '../../electron/platform/ids.ts'
import { appPaths } from '../../electron/platform/paths.ts'
import { startRun } from '../../electron/platform/run.ts'
import { loadVault } from '../../electron/vault/load-vault.ts'
import type { OpenVault, VaultOptions } from '../../electron/vault/vault.ts'
import { cheapKdf } from './cheap-kdf.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const TEST_PASSPHRASE = 'ninety green turtles hum'
export const MIGRATIONS = resolve(import.meta.dirname, '../../drizzle')
export const VERIFIERS = resolve(import.meta.dirname, '../../resources/verifier')

/** A clock that stands still until it is moved. */
export const testClock = (at = '2026-03-02T08:30:00.000Z'): Clock & { at: string } => ({
  at,
  now() {
    return this.at
  },
})

/** Everything a vault needs, on a folder of its own, with nothing to wait for. */
export const testVaultOptions = (change: Partial<VaultOptions> = {}): VaultOptions => ({
  paths: appPaths(temporaryFolder()),
  migrationsFolder: MIGRATIONS,
  kdf: cheapKdf,
  clock: testClock(),
  ids: randomIds,
  run: startRun(randomIds),
  sleep: async () => undefined,
  actor: 'person',
  app: 'redchop/test',
  ...change,
})

/** A new vault, really encrypted and migrated, and open. */
export async function openTestVault(change: Partial<VaultOptions> = {}): Promise<OpenVault> {
  const vault = await loadVault(testVaultOptions(change))
  const { recoveryCode } = await vault.create(TEST_PASSPHRASE)
  await vault.proveRecovery(recoveryCode)
  return vault.opened()
}
