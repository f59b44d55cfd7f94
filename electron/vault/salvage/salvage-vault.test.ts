import { createHash, randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { cheapKdf } from '../../../tests/support/cheap-kdf.ts'
import { openTestDesk } from '../../../tests/support/desk.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../../../tests/support/test-vault.ts'
import { wholeFile } from '../../../tests/support/whole-file.ts'
import { createImportBatch } from '../../features/evidence/import-batch.ts'
import { addImport } from '../../features/evidence/intakes-store.ts'
import { appPaths } from '../../platform/paths.ts'
import { closeConnection, connect } from '../../store/connect.ts'
import { openPage, PAGE_BYTES } from '../../store/page-seal.ts'
import { openWithPassphrase } from '../keyring.ts'
import { keyringFile } from '../keyring-file.ts'
import { workerKeys } from '../worker-keys.ts'
import { carveStore } from './carved-rows.ts'
import { salvageVault } from './salvage-vault.ts'

interface Made {
  root: string
  storeKey: Buffer
  /** What was taken in, by SHA-256: its bytes, the name it came as, and the mark that stands all through it. */
  originals: Map<string, { bytes: Buffer; name: string; mark: string }>
}

/** A closed vault with originals in the database, on one page and on several, and in files of their own. */
async function makeVault(): Promise<Made> {
  const desk = await openTestDesk()
  const caseId = desk.cases.add(caseDraft())
  const importId = desk.ids.next()
  desk.store.write((writer) => addImport(writer, importId, caseId, desk.clock.now()))
  const batch = createImportBatch(desk, importId, caseId)
  const originals: Made['originals'] = new Map()
  for (let at = 0; at < 100; at += 1) {
    const mark = `<${String(at).padStart(4, '0')}>`
    const size = at % 20 === 0 ? 70_000 : at % 2 === 0 ? 6_000 : 900
    const bytes = Buffer.from(`From: a@b.example\r\nSubject: 对账\r\n\r\n${mark.repeat(size / mark.length)}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const name = `往来/${at}.eml`
    originals.set(sha256, { bytes, name, mark })
    const reading = { ok: false, reason: 'NOT_A_MESSAGE' } as const
    await batch.add({
      ...wholeFile(name),
      bytes,
      sha256,
      reading,
    })
  }
  await batch.finish()
  await desk.close()
  const { keyring } = (await keyringFile(desk.paths.keyring, cheapKdf.limits).read()) ?? {}
  if (!keyring) throw new TypeError('No keyring')
  const master = await openWithPassphrase(keyring, TEST_PASSPHRASE, cheapKdf)
  return { root: desk.paths.root, storeKey: workerKeys(master, keyring.storeId).store, originals }
}

const salvage = async (root: string) => {
  const target = join(temporaryFolder(), 'out')
  const secret = { passphrase: TEST_PASSPHRASE }
  return { target, report: await salvageVault({ vault: root, target, secret, kdf: cheapKdf }) }
}

test('a vault that somebody has open is not salvaged: pages that are being written would be called lost', async () => {
  const { root, storeKey } = await makeVault()
  const window = connect(appPaths(root).store, storeKey, false)
  await expect(salvage(root)).rejects.toThrow('STORE_BUSY')
  closeConnection(window)
})

test('without the database every file is recovered, equal byte for byte, and named', {
  timeout: 60_000,
}, async () => {
  const { root, originals } = await makeVault()
  const inFiles = readdirSync(join(root, 'files')).length
  expect(inFiles).toBe(5)
  const [damagedFile = ''] = readdirSync(join(root, 'files'))
  rmSync(join(root, 'store.db'))
  const { target, report } = await salvage(root)
  expect(report.recovered).toHaveLength(inFiles)
  expect(report.damaged).toEqual([])
  for (const { file, sha256, name } of report.recovered) {
    expect(file).toBe(`originals/${sha256}.eml`)
    expect(readFileSync(join(target, file)).equals(originals.get(sha256)?.bytes ?? Buffer.alloc(0))).toBe(
      true,
    )
    expect(name).toBe(originals.get(sha256)?.name.replace('/', '_'))
  }
  expect(existsSync(join(root, 'store.db'))).toBe(false)

  const path = join(root, 'files', damagedFile)
  const bytes = readFileSync(path)
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const again = await salvage(root)
  expect(again.report.recovered).toHaveLength(inFiles - 1)
  const [missed] = again.report.damaged
  expect(missed).toMatchObject({ storedAs: damagedFile, name: expect.stringMatching(/^往来_\d+\.eml$/u) })
  expect(readFileSync(join(again.target, 'salvage.txt'), 'utf8')).toContain(damagedFile)
})

describe('of a database with one page in a hundred damaged', () => {
  let made: Made
  let intact: Buffer
  let keyringBytes: Buffer
  /** The pages that each original inside the database lies on, found by the mark that stands all through it. */
  let pagesOf: Map<string, Set<number>>

  beforeAll(async () => {
    made = await makeVault()
    intact = readFileSync(join(made.root, 'store.db'))
    keyringBytes = readFileSync(join(made.root, 'keyring.json'))
    pagesOf = new Map()
    for (let number = 1; number <= intact.length / PAGE_BYTES; number += 1) {
      const page = intact.subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES)
      const text = openPage(page, number, made.storeKey).toString('latin1')
      for (const [sha256, { mark, bytes }] of made.originals)
        if (bytes.length < 65_536 && text.includes(mark))
          pagesOf.set(sha256, (pagesOf.get(sha256) ?? new Set()).add(number))
    }
    expect(pagesOf.size).toBe(95)
  }, 60_000)

  test('every original that lies on whole pages is recovered, in 50 of 50 cases', {
    timeout: 120_000,
  }, () => {
    const file = join(temporaryFolder(), 'store.db')
    const pages = intact.length / PAGE_BYTES
    for (let turn = 0; turn < 50; turn += 1) {
      const bytes = Buffer.from(intact)
      const bad = new Set(Array.from({ length: Math.ceil(pages / 100) }, () => randomInt(1, pages + 1)))
      for (const page of bad) bytes.fill(turn, (page - 1) * PAGE_BYTES + 100, (page - 1) * PAGE_BYTES + 400)
      writeFileSync(file, bytes)
      const { inside, damagedPages } = carveStore(file, made.storeKey)
      expect(damagedPages).toEqual([...bad].sort((a, b) => a - b))
      const expected = [...pagesOf].filter(([, on]) => [...on].every((page) => !bad.has(page)))
      expect([...inside.keys()].sort()).toEqual(expected.map(([sha256]) => sha256).sort())
    }
  })

  test('all of them even where the first page is gone, with its salt and the schema', {
    timeout: 60_000,
  }, async () => {
    const root = temporaryFolder()
    const { keyring, store } = appPaths(root)
    writeFileSync(keyring, keyringBytes)
    writeFileSync(store, Buffer.from(intact).fill(0, 0, PAGE_BYTES))
    const { target, report } = await salvage(root)
    expect(report.database.damagedPages).toEqual([1])
    expect(report.recovered).toHaveLength(95)
    for (const { file, sha256, name } of report.recovered) {
      expect(
        readFileSync(join(target, file)).equals(made.originals.get(sha256)?.bytes ?? Buffer.alloc(0)),
      ).toBe(true)
      expect(name).toBe(made.originals.get(sha256)?.name)
    }
    // Their files are gone with the folder: missed, and named.
    expect(report.damaged).toHaveLength(5)
    expect(report.damaged[0]).toMatchObject({ storedAs: null, name: expect.stringContaining('.eml') })
  })
})

test('evidence in the clear goes neither into the vault nor among other files', async () => {
  const root = temporaryFolder()
  const options = { vault: root, secret: { passphrase: TEST_PASSPHRASE }, kdf: cheapKdf }
  await expect(salvageVault({ ...options, target: join(root, 'out') })).rejects.toThrow('SALVAGE_PLACE')
  const full = temporaryFolder()
  writeFileSync(join(full, 'letter.txt'), '')
  await expect(salvageVault({ ...options, target: full })).rejects.toThrow('SALVAGE_PLACE')
})
