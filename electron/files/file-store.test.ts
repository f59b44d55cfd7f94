import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { collect } from '../../tests/support/collect.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { diskFiles } from './disk-files.ts'
import type { FileStore, NewFile } from './file-store.ts'
import { memoryFiles } from './memory-files.ts'

const fileOf = (bytes: Uint8Array): NewFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes,
})

const newDiskFiles = () =>
  diskFiles({
    folder: `${temporaryFolder()}/files`,
    keys: { name: randomBytes(32), content: randomBytes(32) },
  })

const listed = async (files: FileStore) => (await collect(files.list())).map(({ sha256 }) => sha256)

describe.each([
  ['on disk', newDiskFiles],
  ['in memory', memoryFiles],
])('a file store %s', (_where, create) => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])(
    'gives %i bytes back as they were',
    async (size) => {
      const files = create()
      const file = fileOf(randomBytes(size))
      await files.put(file)
      expect((await files.get(file.sha256)).equals(file.bytes)).toBe(true)
    },
  )

  test('keeps many at once, each once, and lists them', async () => {
    const files = create()
    const many = Array.from({ length: 9 }, (_, index) => fileOf(Buffer.alloc(70_000, index)))
    expect(await listed(files)).toEqual([])
    const written = await files.putMany([...many, ...many.slice(0, 3)])
    expect(written.toSorted()).toEqual(many.map(({ sha256 }) => sha256).toSorted())
    await files.put(many[0] ?? fileOf(Buffer.alloc(0)))
    expect((await listed(files)).toSorted()).toEqual(many.map(({ sha256 }) => sha256).toSorted())
  })

  test('is not changed by what the caller does with the bytes afterwards', async () => {
    const files = create()
    const bytes = Buffer.from('as received')
    const { sha256 } = fileOf(bytes)
    await files.put({ sha256, bytes })
    bytes.fill(0)
    ;(await files.get(sha256)).fill(0)
    expect((await files.get(sha256)).toString()).toBe('as received')
  })

  test('names what is missing', async () => {
    const files = create()
    const { sha256 } = fileOf(Buffer.from('never put'))
    expect(await files.has(sha256)).toBe(false)
    await expect(files.get(sha256)).rejects.toMatchObject({ code: 'FILE_MISSING', data: { sha256 } })
  })

  test('refuses bytes that are not those of their digest', async () => {
    const files = create()
    const { sha256 } = fileOf(Buffer.from('one'))
    await expect(files.put({ sha256, bytes: Buffer.from('two') })).rejects.toThrow(TypeError)
    expect(await files.has(sha256)).toBe(false)
  })

  test('is dead once closed', async () => {
    const files = create()
    const file = fileOf(Buffer.from('kept'))
    await files.put(file)
    files.close()
    await expect(files.get(file.sha256)).rejects.toThrow('VAULT_LOCKED')
    await expect(files.put(file)).rejects.toThrow('VAULT_LOCKED')
    await expect(files.has(file.sha256)).rejects.toThrow('VAULT_LOCKED')
    await expect(listed(files)).rejects.toThrow('VAULT_LOCKED')
  })
})
