import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { cheapKdf } from '../../tests/support/cheap-kdf.ts'
import { openTestVault, TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import type { AppPaths } from '../platform/paths.ts'
import { closeConnection, connect } from '../store/connect.ts'
import type { Kdf } from '../vault/argon2.ts'
import { readKeys } from '../vault/read-keys.ts'
import { checkPages } from './verify.ts'

const secret = { passphrase: TEST_PASSPHRASE }

async function closedVault(): Promise<AppPaths> {
  const { paths } = testVaultOptions()
  ;(await openTestVault({ paths })).close()
  return paths
}

/** What is told, and how it ended. */
async function checked(paths: AppPaths, kdf: Kdf = cheapKdf): Promise<unknown[]> {
  const told: unknown[] = []
  const outcome = await checkPages({ paths, secret, kdf }, (line) => told.push(line)).catch(
    ({ code }: { code: string }) => code,
  )
  return [...told, outcome]
}

test('the pages of a closed vault are counted and told', async () => {
  expect(await checked(await closedVault())).toEqual([expect.stringMatching(/in order: \d+ pages/u), true])
})

test('of a vault that somebody has open, or opens meanwhile, no page is called damaged: it is said who has it', async () => {
  const paths = await closedVault()
  const { store: key } = await readKeys(paths.keyring, secret, cheapKdf)
  let window: Database.Database | undefined
  const openedMeanwhile: Kdf['argon2id'] = (...given) => {
    window ??= connect(paths.store, key, false)
    return cheapKdf.argon2id(...given)
  }
  expect(await checked(paths, { ...cheapKdf, argon2id: openedMeanwhile })).toEqual(['STORE_BUSY'])
  expect(window?.open).toBe(true)
  const nothingRead: Kdf['argon2id'] = () => Promise.reject(new TypeError('The work began'))
  expect(await checked(paths, { ...cheapKdf, argon2id: nothingRead })).toEqual(['STORE_BUSY'])
  if (window) closeConnection(window)
})
