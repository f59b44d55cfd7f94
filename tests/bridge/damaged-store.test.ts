import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseDraft } from '../support/case-draft.ts'
import { createTestVault, openTestProgram } from '../support/program.ts'
import { TEST_PASSPHRASE } from '../support/test-vault.ts'

const PAGE_BYTES = 4_096

test('a page that is found damaged while the vault is open is said to be damaged, and not to be our mistake', async () => {
  const program = await openTestProgram()
  await createTestVault(program)
  for (let n = 0; n < 50; n += 1) await program.call('cases.add', caseDraft({ title: `Case ${n}` }))
  await program.session.lock()
  const store = join(program.root, 'store.db')
  const bytes = readFileSync(store)
  // One page at a time, so that the opening, which reads some, gets past it.
  const said = new Set<unknown>()
  for (let page = 2; page * PAGE_BYTES < bytes.length && said.size < 2; page += 1) {
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8((damaged[page * PAGE_BYTES + 100] ?? 0) ^ 1, page * PAGE_BYTES + 100)
    writeFileSync(store, damaged)
    const opened = await program.call('vault.unlock', { passphrase: TEST_PASSPHRASE })
    const listed = await program.call('cases.list', { search: '', archived: false })
    if (typeof opened === 'object') said.add(typeof listed === 'object' ? 'read' : listed)
    await program.session.lock()
  }
  expect(said).toEqual(new Set(['read', 'STORE_DAMAGED']))
})
