import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChannelName } from '@bridge/channels/index.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestVault, openTestProgram, type TestProgram } from '../support/program.ts'
import { TEST_PASSPHRASE } from '../support/test-vault.ts'
import { WAYS } from './declared-errors.ts'

let program: TestProgram
beforeEach(async () => {
  program = await openTestProgram()
})
afterEach(() => program.session.lock())

const ways = Object.entries(WAYS).flatMap(([name, codes]) =>
  Object.entries(codes).map(([code, way]) => [name as ChannelName, code, way] as const),
)

test.each(ways)('%s answers %s', async (name, code, way) => {
  expect(await way(program, name)).toBe(code)
})

// Of the errors common to all: DISK_FULL needs a full disk and is reached in electron/platform/durable-file.test.ts and
// electron/store/store.test.ts; BAD_INPUT, FORBIDDEN, UNEXPECTED and VAULT_LOCKED are asked of every channel in
// electron/ipc/router.test.ts.
test('a damaged store is named under whichever channel meets it', async () => {
  await createTestVault(program)
  await program.session.lock()
  writeFileSync(join(program.root, 'store.db'), Buffer.alloc(8_192, 7))
  expect(await program.call('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('STORE_DAMAGED')
})
