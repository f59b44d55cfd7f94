import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type * as disk from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startInProcessWorker } from '../../../tests/durability/driver/in-process-workers.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../../tests/support/test-vault.ts'
import { digestOf } from '../../files/digest.ts'
import { type AppPaths, appPaths } from '../../platform/paths.ts'
import { closeConnection, connect } from '../../store/connect.ts'
import { originals } from '../../store/schema/index.ts'
import { loadVault } from '../load-vault.ts'
import { readKeys } from '../read-keys.ts'
import type { OpenVault, Vault } from '../vault.ts'
import { findBackups } from './backup-place.ts'
import { type RestoreRequest, restoreBackup } from './restore.ts'
import { restoredMarkOf } from './restored-mark.ts'
import { createVaultBackup } from './vault-backup.ts'

/** Room on the disk, where a test says so. */
let roomBytes: number | undefined
vi.mock('node:fs/promises', async (original) => {
  const real: typeof disk = await original()
  const statfs = async (path: string) =>
    roomBytes === undefined ? real.statfs(path) : { bsize: 1, bavail: roomBytes }
  return { ...real, statfs }
})
afterEach(() => {
  roomBytes = undefined
})

const ID = '01a1ff71-b64d-7948-be42-81a7ebd87b81'
const LATER_ID = '01a204e2-ce6d-7948-be42-81a7ebd87b82'
const never = () => undefined

interface Place {
  readonly paths: AppPaths
  readonly backups: string
}

/** Folders of a vault, of its head's copy and of its backups. */
function newPlace(): Place {
  const folder = temporaryFolder()
  const backups = join(folder, 'backups')
  mkdirSync(backups)
  return { paths: appPaths(join(folder, 'vault'), join(folder, 'elsewhere')), backups }
}

async function inVault<T>({ paths }: Place, work: (open: OpenVault) => T | Promise<T>): Promise<T> {
  const vault: Vault = await loadVault(testVaultOptions({ paths }))
  if (vault.state() === 'absent')
    await vault.proveRecovery((await vault.create(TEST_PASSPHRASE)).recoveryCode)
  else await vault.unlock(TEST_PASSPHRASE)
  try {
    return await work(vault.opened())
  } finally {
    vault.lock()
  }
}

function addEntries({ store, audit, storeId }: OpenVault, count: number): void {
  for (let n = 0; n < count; n += 1)
    store.write((writer) => {
      audit.append(writer, { act: 'safekeeping.changed', objectId: storeId, facts: { idleMinutes: n } })
    })
}

/** A large original, which lies in a file of its own. */
const LARGE = await largeOriginal()
async function largeOriginal() {
  const bytes = Buffer.alloc(70_000, 'owed ')
  return { bytes, sha256: await digestOf(bytes) }
}

async function addOriginal({ store, files }: OpenVault): Promise<void> {
  const { sha256, bytes } = LARGE
  await files.put(LARGE)
  const row = { sha256, sizeBytes: bytes.length, bytes: null, salt: '0'.repeat(64) }
  store.write((writer) => {
    writer
      .insert(originals)
      .values({ ...row, storedAt: '2026-03-02T08:30:00.000Z' })
      .run()
  })
}

const session = ({ store, lendKeys }: OpenVault, { paths }: Place) =>
  createVaultBackup({ store, paths, app: 'test', startWorker: startInProcessWorker, lendKeys }).start()

const write = (open: OpenVault, place: Place) =>
  session(open, place).write({ id: ID, folder: place.backups, madeAt: '2026-03-02T08:30:00.000Z' }, never)

const restore = ({ paths, backups }: Place, onProgress?: RestoreRequest['onProgress']) =>
  restoreBackup(
    {
      ...{ paths, kdf: testVaultOptions().kdf, clock: testVaultOptions().clock },
      startWorker: startInProcessWorker,
      whileClosed: (work) => work(),
    },
    { folder: backups, backupId: ID, secret, ...(onProgress && { onProgress }) },
  )
const secret = { passphrase: TEST_PASSPHRASE }

const findingAt = (place: Place): Promise<string> => inVault(place, ({ freshness }) => freshness.finding)

describe('the mark of a restore', () => {
  test('keeps the copy of the head from raising an alarm, once', async () => {
    const place = newPlace()
    await inVault(place, (open) => write(open, place))
    await inVault(place, (open) => addEntries(open, 5))
    await restore(place)
    const kept = join(temporaryFolder(), 'kept')
    cpSync(place.paths.root, kept, { recursive: true })
    expect(await findingAt(place)).toBe('SAME')
    expect(readdirSync(place.paths.root)).not.toContain(basename(restoredMarkOf('')))
    await inVault(place, (open) => addEntries(open, 9))

    // Somebody who kept the restored folder, mark and all, puts it back over the work done since.
    rmSync(place.paths.root, { recursive: true })
    cpSync(kept, place.paths.root, { recursive: true })
    expect(await findingAt(place)).toBe('FOLDER_ROLLED_BACK')
  })

  test('excuses nothing that the vault itself says', async () => {
    const place = newPlace()
    await inVault(place, (open) => write(open, place))
    await restore(place)
    rmSync(place.paths.head)
    expect(await findingAt(place)).toBe('HEAD_MISSING')
  })

  test('is worth nothing where another wrote it', async () => {
    const place = newPlace()
    await inVault(place, (open) => write(open, place))
    await inVault(place, (open) => addEntries(open, 5))
    await restore(place)
    const mark = restoredMarkOf(place.paths.root)
    writeFileSync(mark, readFileSync(mark, 'utf8').replace('"seq":', '"seq":9'))
    expect(await findingAt(place)).toBe('FOLDER_ROLLED_BACK')
  })
})

test('a vault that somebody opens while its backup is being restored stays where it is', async () => {
  const place = newPlace()
  await inVault(place, (open) => write(open, place))
  const before = readdirSync(dirname(place.paths.root))
  const { store: key } = await readKeys(place.paths.keyring, secret, testVaultOptions().kdf)
  let window: Database.Database | undefined
  const restoring = restore(place, (phase) => {
    if (phase === 'copying') window ??= connect(place.paths.store, key, false)
  })
  await expect(restoring).rejects.toThrow('STORE_BUSY')
  if (window) closeConnection(window)
  expect(readdirSync(dirname(place.paths.root))).toEqual(before)
  expect(await findingAt(place)).toBe('SAME')
})

describe('a disk with too little room', () => {
  test('takes no backup, and restores none; nothing is left behind', async () => {
    const place = newPlace()
    await inVault(place, async (open) => {
      roomBytes = 100_000
      await expect(write(open, place)).rejects.toThrow('DISK_FULL')
      expect(await findBackups(place.backups)).toEqual([])
      roomBytes = undefined
      await write(open, place)
    })
    const before = readdirSync(dirname(place.paths.root))
    roomBytes = 100_000
    await expect(restore(place)).rejects.toThrow('DISK_FULL')
    expect(readdirSync(dirname(place.paths.root))).toEqual(before)
    roomBytes = undefined
    expect(await findingAt(place)).toBe('SAME')
  })
})

describe('an original that is spoilt in the backup', () => {
  /** A vault with a backup whose one original has a bit turned over. */
  async function spoilt(place: Place, open: OpenVault): Promise<{ file: string; whole: Buffer }> {
    await addOriginal(open)
    await write(open, place)
    const [name = ''] = readdirSync(join(place.backups, 'files'))
    const file = join(place.backups, 'files', name)
    const whole = readFileSync(file)
    writeFileSync(file, Buffer.from(whole).fill((whole[500] ?? 0) ^ 1, 500, 501))
    return { file, whole }
  }
  const prove = async (open: OpenVault, place: Place) => {
    const [found] = await findBackups(place.backups)
    if (!found) throw new TypeError('No backup')
    return session(open, place).prove(found, never)
  }

  test('is put right from the vault by the rehearsal, and counted', async () => {
    const place = newPlace()
    await inVault(place, async (open) => {
      const { file, whole } = await spoilt(place, open)
      expect(await prove(open, place)).toMatchObject({ originals: 1, files: 1, healed: 1 })
      expect(readFileSync(file).equals(whole)).toBe(true)
      rmSync(file)
      expect(await prove(open, place)).toMatchObject({ healed: 1 })
      expect(await prove(open, place)).toMatchObject({ healed: 0 })
    })
  })

  test('is put right for the earlier backups as well, also where the vault has encrypted it anew since', async () => {
    const place = newPlace()
    await inVault(place, async (open) => {
      const { file, whole } = await spoilt(place, open)
      rmSync(join(place.paths.files, basename(file)))
      await open.files.put(LARGE)
      const later = { id: LATER_ID, folder: place.backups, madeAt: '2026-03-03T08:30:00.000Z' }
      await session(open, place).write(later, never)
      expect(await prove(open, place)).toMatchObject({ files: 1, lacks: [] })
      expect(readFileSync(file).equals(whole)).toBe(false)
    })
    await restore(place)
    await inVault(place, async ({ files }) => expect(await files.get(LARGE.sha256)).toEqual(LARGE.bytes))
  })

  test('is named and left out where the vault’s own is spoilt, too', async () => {
    const place = newPlace()
    await inVault(place, async (open) => {
      const { file } = await spoilt(place, open)
      const damaged = readFileSync(file)
      cpSync(file, join(place.paths.files, basename(file)))
      const lacks = open.store.read.select().from(originals).all()
      const found = { originals: 1, files: 0, healed: 0, lacks: lacks.map(({ sha256 }) => sha256) }
      expect(await prove(open, place)).toMatchObject(found)
      expect(await prove(open, place)).toMatchObject(found)
      expect(readFileSync(file).equals(damaged)).toBe(true)
    })
    await restore(place)
    await inVault(place, ({ store }) => expect(store.read.select().from(originals).all()).toHaveLength(1))
  })
})
