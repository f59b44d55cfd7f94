import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import { factId } from '../platform/facts.ts'
import { errorCode, Fault, isFault } from '../platform/fault.ts'
import { type AppPaths, appPaths } from '../platform/paths.ts'
import { withHead } from './head.ts'
import { type HeadRecord, RECORD_BYTES } from './head-record.ts'
import { loadVault } from './load-vault.ts'
import type { OpenVault, Vault } from './vault.ts'

const ID = factId('0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11')

const closing: Vault[] = []
afterEach(() => {
  for (const vault of closing.splice(0)) vault.lock()
})

async function opened(paths: AppPaths): Promise<OpenVault> {
  const vault = await loadVault(testVaultOptions({ paths }))
  closing.push(vault)
  if (vault.state() === 'locked') await vault.unlock(TEST_PASSPHRASE)
  else await vault.proveRecovery((await vault.create(TEST_PASSPHRASE)).recoveryCode)
  return vault.opened()
}

const lockAll = (): void => {
  for (const vault of closing.splice(0)) vault.lock()
}

function addEntries({ store, audit }: OpenVault, count: number): void {
  for (let n = 0; n < count; n += 1)
    store.write((writer) => {
      audit.append(writer, { act: 'evidence.imported', objectId: ID, facts: { messages: n } })
    })
}

const length = ({ store, audit }: OpenVault): number => audit.verify(store.read).entries

/** The folder as it lies on disk this moment, somewhere else; with the copy of the head only where one is named. */
function imageOf({ root }: AppPaths, headCopy?: string): AppPaths {
  const image = temporaryFolder()
  cpSync(root, image, { recursive: true })
  return appPaths(image, headCopy)
}

/** A vault cut off in the middle of work: the last ten writes stand in the write-ahead log alone. */
async function cutOff(): Promise<{ paths: AppPaths; entries: number }> {
  const paths = appPaths(temporaryFolder())
  await opened(paths)
  lockAll()
  const vault = await opened(paths)
  addEntries(vault, 10)
  return { paths: imageOf(paths), entries: length(vault) }
}

/** What the next opening finds, or the code of what it throws. */
async function findingAt(paths: AppPaths): Promise<string> {
  try {
    return (await opened(paths)).freshness.finding
  } catch (error) {
    return errorCode(error) ?? 'UNKNOWN'
  } finally {
    lockAll()
  }
}

const wal = (paths: AppPaths): string => `${paths.store}-wal`

describe('a store that lost its newest writes', () => {
  test('151 bits of the write-ahead log flipped one at a time: each is noticed, and nothing is without a flip', async () => {
    const { paths, entries } = await cutOff()
    expect(await findingAt(imageOf(paths))).toBe('SAME')
    const bytes = readFileSync(wal(paths))
    const found = new Map<string, number>()
    for (let n = 0; n < 151; n += 1) {
      const at = Math.floor(((n + 0.5) / 151) * bytes.length)
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8))
      const image = imageOf(paths)
      writeFileSync(wal(image), flipped)
      const finding = await findingAt(image)
      found.set(finding, (found.get(finding) ?? 0) + 1)
    }
    expect([...found.keys()].filter((each) => each === 'SAME' || each === 'HEAD_BEHIND')).toEqual([])
    expect(found.get('TAIL_MISSING')).toBeGreaterThan(140)
    expect(entries).toBe(13)
  }, 120_000)

  test('the log cut at five places, and the log gone', async () => {
    const { paths } = await cutOff()
    const { length: size } = readFileSync(wal(paths))
    for (const at of [0, 31, size / 4, size / 2, size - 1]) {
      const image = imageOf(paths)
      truncateSync(wal(image), Math.floor(at))
      expect(await findingAt(image)).toBe('TAIL_MISSING')
    }
    const image = imageOf(paths)
    rmSync(wal(image))
    const vault = await opened(image)
    expect(vault.freshness).toEqual({ finding: 'TAIL_MISSING', expected: 13, found: 2 })
    expect(vault.alarm()).toMatchObject({ finding: 'TAIL_MISSING', expected: 13, found: 2 })
  }, 60_000)

  test('an older store put back beside a newer head, and an older head beside a newer store', async () => {
    const paths = appPaths(temporaryFolder())
    addEntries(await opened(paths), 3)
    lockAll()
    const before = imageOf(paths)
    addEntries(await opened(paths), 3)
    lockAll()
    const older = imageOf(paths)
    cpSync(before.store, older.store)
    expect(await findingAt(older)).toBe('TAIL_MISSING')
    const olderHead = imageOf(paths)
    cpSync(before.head, olderHead.head)
    expect(await findingAt(olderHead)).toBe('HEAD_BEHIND')
  })

  test('another past than the head tells of', async () => {
    const paths = appPaths(temporaryFolder())
    await opened(paths)
    lockAll()
    const other = imageOf(paths)
    addEntries(await opened(paths), 3)
    lockAll()
    addEntries(await opened(other), 5)
    lockAll()
    cpSync(paths.head, other.head)
    expect(await findingAt(other)).toBe('FORKED')
  })
})

describe('the head log itself', () => {
  async function closedVault(): Promise<AppPaths> {
    const paths = appPaths(temporaryFolder())
    addEntries(await opened(paths), 3)
    lockAll()
    return paths
  }

  test('grows by a sector for each write, begins anew with each opening, and ends as one record with its root', async () => {
    const paths = await closedVault()
    expect(readFileSync(paths.head)).toHaveLength(RECORD_BYTES)
    const vault = await opened(paths)
    addEntries(vault, 2)
    const lines = readFileSync(paths.head, 'latin1').split('\n')
    expect(lines.slice(0, 3).map((line) => JSON.parse(line).seq)).toEqual([6, 7, 8])
    expect(lines[3]).toMatch(/^\0+$/)
    const { root } = vault.audit.verify(vault.store.read)
    expect(vault.headWithRoot()).toMatchObject({ seq: 8, root })
    lockAll()
    const [last] = readFileSync(paths.head, 'latin1').split('\n')
    expect(JSON.parse(last ?? '')).toMatchObject({ seq: 9, root: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('gone, cut, flipped or of another vault, it is missed', async () => {
    const paths = await closedVault()
    const foreign = await closedVault()
    const ways: [string, (head: string) => void][] = [
      ['HEAD_MISSING', (head) => rmSync(head)],
      ['HEAD_DAMAGED', (head) => truncateSync(head, 0)],
      ['HEAD_DAMAGED', (head) => truncateSync(head, RECORD_BYTES - 1)],
      ['HEAD_DAMAGED', (head) => writeFileSync(head, readFileSync(head).fill('7', 20, 21))],
      ['HEAD_DAMAGED', (head) => cpSync(foreign.head, head)],
    ]
    for (const [finding, change] of ways) {
      const image = imageOf(paths)
      change(image.head)
      expect(await findingAt(image)).toBe(finding)
      expect(await findingAt(image)).toBe('SAME')
    }
  })

  test('behind the chain by the write that was cut off before its record, it is brought up without an alarm', async () => {
    const { paths } = await cutOff()
    const bytes = readFileSync(paths.head)
    const last = bytes.findLastIndex((byte) => byte !== 0) + 1 - RECORD_BYTES
    writeFileSync(paths.head, bytes.fill(0, last, last + RECORD_BYTES))
    const vault = await opened(paths)
    expect(vault.freshness).toEqual({ finding: 'HEAD_BEHIND', expected: 12, found: 13 })
    expect(vault.alarm()).toBeNull()
    lockAll()
    expect(await findingAt(paths)).toBe('SAME')
  })
})

describe('the copy away from the folder', () => {
  test('tells of a whole folder rolled back, which nothing inside it can', async () => {
    const [root, copies] = [temporaryFolder(), temporaryFolder()]
    const paths = appPaths(root, copies)
    addEntries(await opened(paths), 3)
    lockAll()
    const before = imageOf(paths, copies)
    addEntries(await opened(paths), 3)
    lockAll()
    expect(await findingAt(imageOf(before))).toBe('SAME')
    const vault = await opened(before)
    expect(vault.freshness).toEqual({ finding: 'FOLDER_ROLLED_BACK', expected: 10, found: 5 })
    lockAll()
    expect(await findingAt(before)).toBe('SAME')
  })

  test('is a second line: gone, unreadable or not to be written, the vault opens all the same', async () => {
    const [root, copies] = [temporaryFolder(), temporaryFolder()]
    addEntries(await opened(appPaths(root, copies)), 1)
    lockAll()
    rmSync(copies, { recursive: true })
    expect(await findingAt(appPaths(root, copies))).toBe('SAME')
    expect(existsSync(copies)).toBe(true)
    const blocked = join(temporaryFolder(), 'a file')
    writeFileSync(blocked, '')
    expect(await findingAt(appPaths(root, blocked))).toBe('SAME')
  })
})

describe('the alarm', () => {
  test('stands over restarts, the gravest first, until it is accepted; both are on the chain', async () => {
    const { paths } = await cutOff()
    rmSync(wal(paths))
    rmSync(paths.head)
    expect((await opened(paths)).alarm()).toMatchObject({ finding: 'HEAD_MISSING', expected: null, found: 2 })
    addEntries(await reopened(paths), 1)
    const [older] = [imageOf(paths)]
    addEntries(await reopened(paths), 1)
    lockAll()
    cpSync(paths.head, older.head)
    const alarm = { finding: 'TAIL_MISSING' }
    expect((await reopened(older)).alarm()).toMatchObject(alarm)
    rmSync(older.head, { force: true })
    expect((await reopened(older)).alarm()).toMatchObject(alarm)
    const vault = await reopened(older)
    expect(vault.alarm()).toMatchObject(alarm)
    vault.acceptAlarm()
    expect(vault.alarm()).toBeNull()
    expect((await reopened(older)).alarm()).toBeNull()
    const acts = (await reopened(older)).store.read.query.auditEntries.findMany().sync()
    expect(acts.filter(({ act }) => act.startsWith('chain.')).map(({ act }) => act)).toEqual([
      'chain.head-mismatch',
      'chain.head-mismatch',
      'chain.alarm-accepted',
    ])
  })

  async function reopened(paths: AppPaths): Promise<OpenVault> {
    lockAll()
    return opened(paths)
  }
})

describe('a disk that does not confirm', () => {
  const failing = (code: string): Error => Object.assign(new Error(code), { code })
  const throwing = (error: Error) => () => {
    throw error
  }
  const record: HeadRecord = { v: 1, seq: 1, hash: 'ab'.repeat(32), root: 'cd'.repeat(32), at: '' }
  /** A head that does as it is told. */
  const quiet = {
    reserve: () => undefined,
    follow: () => undefined,
    rooted: () => record,
    add: () => undefined,
  }

  test('closes the vault and says so; what was committed is there at the next opening', async () => {
    const paths = appPaths(temporaryFolder())
    const vault = await opened(paths)
    let stopped = 0
    const store = withHead(vault.store, { ...quiet, follow: throwing(failing('EIO')) }, () => {
      stopped += 1
    })
    expect(() => addEntries({ ...vault, store }, 1)).toThrow('DISK_FAILING')
    expect(stopped).toBe(1)
    const image = imageOf(paths)
    expect(length(await opened(image))).toBeGreaterThan(2)
  })

  test('a record for a receipt that is not confirmed closes it as well; a full disk, or reading, does not', async () => {
    const vault = await opened(appPaths(temporaryFolder()))
    let stopped = 0
    const headWithRoot = (change: Partial<Parameters<typeof withHead>[1]>) =>
      withHead(vault.store, { ...quiet, ...change }, () => {
        stopped += 1
      }).headWithRoot()
    expect(() => headWithRoot({ reserve: throwing(new Fault('DISK_FULL')) })).toThrow('DISK_FULL')
    expect(() => headWithRoot({ rooted: throwing(new Fault('VAULT_LOCKED')) })).toThrow('VAULT_LOCKED')
    expect(stopped).toBe(0)
    expect(() => headWithRoot({ add: throwing(failing('EIO')) })).toThrow('DISK_FAILING')
    expect(stopped).toBe(1)
  })

  test('a sync that failed while the log was moved closes it, too: it is not believed a second time', async () => {
    const vault = await opened(appPaths(temporaryFolder()))
    let stopped = 0
    const checkpoint = (): void => {
      throw new Fault('DISK_FAILING', {}, { cause: failing('SQLITE_IOERR_FSYNC') })
    }
    const store = withHead({ ...vault.store, checkpoint }, quiet, () => {
      stopped += 1
    })
    expect(() => store.checkpoint()).toThrow('DISK_FAILING')
    expect(stopped).toBe(1)
  })

  test('a full disk refuses the write before it begins, and nothing is lost', async () => {
    const vault = await opened(appPaths(temporaryFolder()))
    const store = withHead(vault.store, { ...quiet, reserve: throwing(new Fault('DISK_FULL')) }, () => {
      throw new TypeError('Not to be closed')
    })
    const before = length(vault)
    expect(() => addEntries({ ...vault, store }, 1)).toThrow(
      expect.toSatisfy((error) => isFault(error, 'DISK_FULL')),
    )
    expect(length(vault)).toBe(before)
  })
})
