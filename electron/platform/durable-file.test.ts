import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { makeFolder, replaceFile, writeBeside } from './durable-file.ts'

test('a replaced file is new and whole, its owner’s alone, and the old one stays under its other name', async () => {
  const folder = temporaryFolder()
  const [target, previous] = [join(folder, 'keyring.json'), join(folder, 'keyring.json.previous')]
  for (const text of ['one', 'two', 'three']) await replaceFile(target, Buffer.from(text), previous)
  expect([readFileSync(target, 'utf8'), readFileSync(previous, 'utf8')]).toEqual(['three', 'two'])
  expect(statSync(target).mode & 0o077).toBe(0)
  expect(readdirSync(folder)).toHaveLength(2)
})

test('what fails half way leaves the old file and nothing beside it', async () => {
  const folder = temporaryFolder()
  const target = join(folder, 'file')
  writeFileSync(target, 'old')
  function* breaking() {
    yield Buffer.from('half')
    throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  }
  await expect(writeBeside(target, breaking())).rejects.toMatchObject({ code: 'DISK_FULL' })
  await expect(replaceFile(join(folder, 'missing', 'file'), Buffer.from('new'))).rejects.toThrow('ENOENT')
  expect(readdirSync(folder)).toEqual(['file'])
  expect(readFileSync(target, 'utf8')).toBe('old')
})

test('a folder is made with its parents, for its owner alone, and making it again does nothing', async () => {
  const folder = join(temporaryFolder(), 'a', 'b')
  await makeFolder(`${folder}/`)
  await makeFolder(folder)
  expect(statSync(folder).mode & 0o077).toBe(0)
})
