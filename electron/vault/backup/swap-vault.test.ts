import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import type * as disk from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { closeConnection, connect } from '../../store/connect.ts'
import { restoredMarkOf } from './restored-mark.ts'
import { restoringFolder, settleRestore, swapVault } from './swap-vault.ts'

// That no kill leaves neither vault is played by tests/durability/backups/cut-restores.ts.

const DAY_S = 86_400
const KEY = Buffer.alloc(32, 7)

/** What another process does right before a folder is renamed. */
let beforeRename = (): void => undefined
vi.mock('node:fs/promises', async (original) => {
  const real: typeof disk = await original()
  const rename: typeof real.rename = (from, to) => {
    beforeRename()
    return real.rename(from, to)
  }
  return { ...real, rename }
})
afterEach(() => {
  beforeRename = () => undefined
})

/** A folder that stands for a vault and says which. */
function vaultAt(path: string, says: string): string {
  mkdirSync(path)
  writeFileSync(join(path, 'store.db'), says)
  return path
}

/** What a restore has made beside the vault, whole or not, so many seconds ago. */
function madeAt(root: string, says: string, { isWhole, agoS }: { isWhole: boolean; agoS: number }): string {
  const made = vaultAt(restoringFolder(root, says), says)
  const at = Date.now() / 1_000 - agoS
  if (isWhole) writeFileSync(restoredMarkOf(made), '')
  if (isWhole) utimesSync(restoredMarkOf(made), at, at)
  utimesSync(made, at, at)
  return made
}

const newRoot = (): string => join(temporaryFolder(), 'vault')
const opened = (root: string): string => readFileSync(join(root, 'store.db'), 'utf8')

test('the former vault is kept under a name of its own, and its settings go over', async () => {
  const root = vaultAt(newRoot(), 'former')
  writeFileSync(join(root, 'settings.json'), 'zh-CN')
  const kept = await swapVault(root, madeAt(root, 'first', { isWhole: true, agoS: 0 }), 'now')
  const keptToo = await swapVault(root, madeAt(root, 'second', { isWhole: true, agoS: 0 }), 'now')
  expect([opened(root), opened(kept ?? ''), opened(keptToo ?? '')]).toEqual(['second', 'former', 'first'])
  expect(readFileSync(join(root, 'settings.json'), 'utf8')).toBe('zh-CN')
})

describe('a vault that somebody has open', () => {
  let root: string
  let made: string
  const window = () => connect(join(root, 'store.db'), KEY, false)
  beforeEach(() => {
    root = newRoot()
    mkdirSync(root)
    closeConnection(connect(join(root, 'store.db'), KEY, true))
    made = madeAt(root, 'made', { isWhole: true, agoS: 0 })
  })

  test('is not moved', async () => {
    const open = window()
    beforeRename = () => {
      throw new TypeError('It was moved')
    }
    await expect(swapVault(root, made, 'now')).rejects.toThrow('STORE_BUSY')
    closeConnection(open)
  })

  test('since the very moment of the renaming gets its name back', async () => {
    let open: Database.Database | undefined
    beforeRename = () => {
      open ??= window()
    }
    await expect(swapVault(root, made, 'now')).rejects.toThrow('STORE_BUSY')
    if (open) closeConnection(open)
    expect(readdirSync(dirname(root))).toEqual(['vault', basename(made)])
    closeConnection(window())
  })
})

test('between the renames the restore that was whole last becomes the vault, not what an earlier try left', async () => {
  for (const [earlier, last] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const root = newRoot()
    madeAt(root, earlier, { isWhole: true, agoS: 600 })
    madeAt(root, last, { isWhole: true, agoS: 1 })
    await settleRestore(root)
    expect(opened(root)).toBe(last)
  }
})

test('what is not whole never becomes the vault, and goes after a day; a vault that is there stays', async () => {
  const root = newRoot()
  const old = madeAt(root, 'old', { isWhole: false, agoS: DAY_S + 60 })
  const young = madeAt(root, 'young', { isWhole: false, agoS: DAY_S - 60 })
  await settleRestore(root)
  expect([existsSync(root), existsSync(old), existsSync(young)]).toEqual([false, false, true])
  vaultAt(root, 'former')
  const whole = madeAt(root, 'whole', { isWhole: true, agoS: 60 })
  await settleRestore(root)
  expect([opened(root), existsSync(whole)]).toEqual(['former', true])
  expect(readdirSync(dirname(root))).toHaveLength(3)
})
