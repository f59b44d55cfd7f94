import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../../tests/support/test-vault.ts'
import { appPaths } from '../../platform/paths.ts'
import { loadVault } from '../../vault/load-vault.ts'
import { createDraftsService } from './drafts-service.ts'

const CANARY = '尚欠货款 116,160.00 not yet saved'

test('what is typed is there after a lock and unlock, the newest of each form, and in clear nowhere on disk', async () => {
  const paths = appPaths(temporaryFolder())
  const options = testVaultOptions({ paths })
  const vault = await loadVault(options)
  await vault.proveRecovery((await vault.create(TEST_PASSPHRASE)).recoveryCode)
  const { clock } = options
  const before = createDraftsService({ store: vault.opened().store, clock })
  before.keep('typed statement', CANARY)
  before.keep('typed statement', `${CANARY}.`)
  before.keep('case new', 'x')
  before.drop('case new')
  before.drop('never kept')
  vault.lock()
  expect(readFileSync(paths.store).includes(CANARY)).toBe(false)
  await vault.unlock(TEST_PASSPHRASE)
  const after = createDraftsService({ store: vault.opened().store, clock })
  expect(after.list()).toEqual([{ key: 'typed statement', text: `${CANARY}.` }])
  vault.lock()
})

test('the 201st is refused, and the 200 there are still change', async () => {
  const vault = await loadVault(testVaultOptions())
  await vault.proveRecovery((await vault.create(TEST_PASSPHRASE)).recoveryCode)
  const drafts = createDraftsService({ store: vault.opened().store, clock: testVaultOptions().clock })
  for (let form = 0; form < 200; form += 1) drafts.keep(`form ${form}`, 'x')
  expect(() => drafts.keep('one more', 'x')).toThrow('DRAFTS_FULL')
  drafts.keep('form 7', 'y')
  expect(drafts.list()).toContainEqual({ key: 'form 7', text: 'y' })
  vault.lock()
})
