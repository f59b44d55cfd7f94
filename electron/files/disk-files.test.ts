import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collect } from '../../tests/support/collect.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { diskFiles } from './disk-files.ts'
import { openLabel } from './evb1.ts'

const KEYS = { name: randomBytes(32), content: randomBytes(32) }
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const opened = (folder: string) =>
  diskFiles({ folder, keys: { name: Buffer.from(KEYS.name), content: Buffer.from(KEYS.content) } })

/** A store with one file of two chunks and a bit in it. */
async function storeWithOne() {
  const folder = join(temporaryFolder(), 'files')
  const files = opened(folder)
  const bytes = Buffer.alloc(140_000, '甲方确认收到货物。')
  const sha256 = sha256Of(bytes)
  await files.put({ sha256, bytes })
  const [path = ''] = filesIn(folder)
  return { folder, files, bytes, sha256, path }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('what lies on disk', () => {
  test('shows neither content nor digest, to nobody but its owner', async () => {
    const { path, sha256, bytes } = await storeWithOne()
    const raw = readFileSync(path)
    expect(raw.includes(bytes.subarray(0, 24))).toBe(false)
    expect(raw.includes(Buffer.from(sha256))).toBe(false)
    expect(path).not.toContain(sha256.slice(0, 12))
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('is read again by another store with the same keys, and by none with others', async () => {
    const { folder, sha256, bytes } = await storeWithOne()
    expect((await opened(folder).get(sha256)).equals(bytes)).toBe(true)
    const stranger = diskFiles({ folder, keys: { name: Buffer.from(KEYS.name), content: randomBytes(32) } })
    await expect(stranger.get(sha256)).rejects.toThrow('FILE_DAMAGED')
    expect(await collect(stranger.list())).toMatchObject([{ sha256: undefined }])
  })

  test('leaves nothing behind when the write fails', async () => {
    const { folder, files, bytes } = await storeWithOne()
    const blocked = Buffer.concat([bytes, Buffer.from('!')])
    const before = filesIn(folder)
    await expect(files.put({ sha256: sha256Of(bytes), bytes: blocked })).rejects.toThrow(TypeError)
    expect(filesIn(folder)).toEqual(before)
  })
})

test('what a file was called is sealed in it, cleaned, and fits however long it is', async () => {
  const folder = join(temporaryFolder(), 'files')
  const bytes = Buffer.from('正本')
  const sourceName = `往来/${'对账单'.repeat(200)}\u202Efdp.eml`
  await opened(folder).put({ sha256: sha256Of(bytes), bytes, sourceName })
  const [path = ''] = filesIn(folder)
  const raw = readFileSync(path)
  expect(raw.includes(Buffer.from('对账单'))).toBe(false)
  const { sha256, name } = openLabel(KEYS.content, raw) ?? {}
  expect(sha256).toBe(sha256Of(bytes))
  expect(name).toMatch(/^往来_对账单.*\.eml$/u)
  expect(Buffer.byteLength(name ?? '')).toBeLessThanOrEqual(120)
})

test('the format is the one that was written down: opened here by hand, without our code', async () => {
  const { path, bytes, sha256 } = await storeWithOne()
  const raw = readFileSync(path)
  const header = raw.subarray(0, 46)
  expect(header.subarray(0, 6)).toEqual(Buffer.from('EVB1\x01\x01'))
  expect(header.readBigUInt64BE(38)).toBe(BigInt(bytes.length))
  const open = (purpose: string, nonce: string, sealed: Buffer) => {
    const key = Buffer.from(hkdfSync('sha256', KEYS.content, header.subarray(6, 38), `EVB1/${purpose}`, 32))
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex')).setAAD(header)
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  }
  const label = `{"sha256":"${sha256}"}`
  expect(open('label', '00'.repeat(12), raw.subarray(46, 574))).toEqual(
    Buffer.concat([Buffer.from(label), Buffer.alloc(512 - label.length)]),
  )
  const content = [
    open('content', `${'00'.repeat(10)}0000`, raw.subarray(574, 66_126)),
    open('content', `${'00'.repeat(10)}0100`, raw.subarray(66_126, 131_678)),
    open('content', `${'00'.repeat(10)}0201`, raw.subarray(131_678)),
  ]
  expect(Buffer.concat(content).equals(bytes)).toBe(true)
  expect(basename(path)).toBe(createHmac('sha256', KEYS.name).update(sha256).digest('hex'))
})

describe('damage', () => {
  test('is found for a flip in each part and on both sides of each border', async () => {
    const { files, path, sha256 } = await storeWithOne()
    const whole = readFileSync(path)
    const chunk = 65_536 + 16
    const borders = [0, 4, 5, 6, 37, 38, 45, 46, 574, 574 + chunk, 574 + 2 * chunk, whole.length - 16]
    const offsets = new Set([...borders.flatMap((at) => [at, at + 1, Math.max(0, at - 1)]), whole.length - 1])
    for (const offset of offsets) {
      if (offset > 45 && offset < 574) continue // the label: below
      const flipped = Buffer.from(whole)
      flipped[offset] = (flipped[offset] ?? 0) ^ 1
      writeFileSync(path, flipped)
      await expect(files.get(sha256), `byte ${offset}`).rejects.toThrow('FILE_DAMAGED')
    }
  })

  test('in the label leaves the content readable and shows in the list', async () => {
    const { files, path, sha256, bytes } = await storeWithOne()
    const whole = readFileSync(path)
    whole[100] = (whole[100] ?? 0) ^ 1
    writeFileSync(path, whole)
    expect((await files.get(sha256)).equals(bytes)).toBe(true)
    expect(await collect(files.list())).toMatchObject([{ sha256: undefined }])
  })

  test.each([
    ['cut in a chunk', (whole: Buffer) => whole.subarray(0, 100_000)],
    ['cut behind a chunk', (whole: Buffer) => whole.subarray(0, 574 + 65_552)],
    ['longer by a byte', (whole: Buffer) => Buffer.concat([whole, Buffer.of(0)])],
    ['with two chunks changed over', swapChunks],
    ['empty', () => Buffer.alloc(0)],
  ])('is found in a file %s', async (_how, damage) => {
    const { files, path, sha256 } = await storeWithOne()
    writeFileSync(path, damage(readFileSync(path)))
    await expect(files.get(sha256)).rejects.toMatchObject({ code: 'FILE_DAMAGED', data: { sha256 } })
  })

  test('is found when one file lies under the name of another', async () => {
    const { folder, files, sha256, path } = await storeWithOne()
    const other = Buffer.alloc(140_000, 'b')
    await files.put({ sha256: sha256Of(other), bytes: other })
    const otherPath = filesIn(folder).find((candidate) => candidate !== path) ?? ''
    writeFileSync(path, readFileSync(otherPath))
    await expect(files.get(sha256)).rejects.toThrow('FILE_DAMAGED')
  })

  test.each([
    ['cut', (path: string) => truncateSync(path, 1_000)],
    ['gone', (path: string) => rmSync(path)],
    ['altered in a chunk', (path: string) => flipBit(path, 100_000)],
    ['altered in its label', (path: string) => flipBit(path, 100)],
  ])('of a file that is %s heals when the same bytes come in again', async (_how, damage) => {
    const { files, path, sha256, bytes } = await storeWithOne()
    damage(path)
    expect(await files.putMany([{ sha256, bytes }])).toEqual([sha256])
    expect((await files.get(sha256)).equals(bytes)).toBe(true)
    expect(await collect(files.list())).toMatchObject([{ sha256 }])
    expect(await files.putMany([{ sha256, bytes }])).toEqual([])
  })
})

test('an unfinished file is neither listed nor in the way', async () => {
  const { files, path, sha256 } = await storeWithOne()
  writeFileSync(join(path, '..', '.tmp-0011223344556677'), 'half')
  expect(await collect(files.list())).toMatchObject([{ sha256 }])
})

function flipBit(path: string, at: number): void {
  const raw = readFileSync(path)
  raw[at] = (raw[at] ?? 0) ^ 1
  writeFileSync(path, raw)
}

function swapChunks(whole: Buffer): Buffer {
  const size = 65_536 + 16
  const [first, second] = [574, 574 + size]
  return Buffer.concat([
    whole.subarray(0, first),
    whole.subarray(second, second + size),
    whole.subarray(first, second),
    whole.subarray(second + size),
  ])
}
