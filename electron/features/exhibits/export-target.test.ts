import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { Fault } from '../../platform/fault.ts'
import type { RememberPlace } from './export-target.ts'
import { openFolderTarget } from './folder-target.ts'
import { openZipTarget } from './zip-target.ts'

const forget = (): void => undefined

const targets = {
  folder: (folder: string, remember: RememberPlace = forget) => openFolderTarget(folder, '证据', remember),
  zip: (folder: string, remember: RememberPlace = forget) =>
    openZipTarget(folder, { name: '证据', day: '2026-03-02' }, remember),
}

describe.each(Object.entries(targets))('a %s', (form, openTarget) => {
  const extension = form === 'zip' ? '.zip' : ''

  test('takes no name that is there, and leaves what bears it alone', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, `证据${extension}`), 'mine')
    mkdirSync(join(folder, `证据 (2)${extension}`))
    const [one, two] = [await openTarget(folder), await openTarget(folder)]
    expect([basename(one.path), basename(two.path)]).toEqual([`证据 (3)${extension}`, `证据 (4)${extension}`])
    await one.add('a.txt', Buffer.from('a'))
    await one.publish()
    await two.discard()
    expect(new Set(readdirSync(folder))).toEqual(
      new Set(['', ' (2)', ' (3)'].map((copy) => `证据${copy}${extension}`)),
    )
    expect(readFileSync(join(folder, `证据${extension}`), 'utf8')).toBe('mine')
  })

  test('is remembered before its name is there, so that a crash between the two leaves nothing unknown', async () => {
    const folder = temporaryFolder()
    await openTarget(folder)
    const told: [path: string, there: boolean][] = []
    const target = await openTarget(folder, ({ path }) => void told.push([path, existsSync(path)]))
    expect(told).toEqual([[target.path, false]])
  })

  test('that cannot be remembered is not begun', async () => {
    const folder = temporaryFolder()
    const full = () => {
      throw new Fault('DISK_FULL')
    }
    await expect(openTarget(folder, full)).rejects.toThrow('DISK_FULL')
    expect(readdirSync(folder)).toEqual([])
  })

  test('shows nothing under its name before it is published, and nothing after it is discarded', async () => {
    const folder = temporaryFolder()
    const target = await openTarget(folder)
    await target.add('originals/a.eml', Buffer.alloc(600_000, 'x'))
    const shown = form === 'zip' ? readFileSync(target.path) : readdirSync(target.path)
    expect(shown).toHaveLength(0)
    await target.publish()
    // What the caller does when the record of the export cannot be written.
    await target.discard()
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a ZIP names its files in UTF-8, in order, and gives every byte back', async () => {
  const files = {
    '02 证据卷.pdf': Buffer.alloc(1_000_000, 'pdf'),
    'originals/证据1.eml': Buffer.from('From: a@b.example\r\n\r\n'.repeat(40_000)),
    'originals/empty.eml': Buffer.of(),
  }
  const target = await openZipTarget(temporaryFolder(), { name: 'bundle', day: '2026-03-02' }, forget)
  for (const [path, bytes] of Object.entries(files)) await target.add(path, bytes)
  await target.publish()
  const zip = readFileSync(target.path)
  const unzipped = unzipSync(zip)
  expect(Object.keys(unzipped)).toEqual(Object.keys(files))
  for (const [path, bytes] of Object.entries(files))
    expect(bytes.equals(unzipped[path] ?? Buffer.of(1)), path).toBe(true)
  // Bit 11 of the flags (APPNOTE 4.4.4): without it Windows shows Chinese names as noise.
  const firstEntry = zip.readUInt32LE(zip.length - 6)
  expect(zip.readUInt16LE(firstEntry + 8) & 0x800).toBe(0x800)
})

test('the same files give the same ZIP, whatever the hour', async () => {
  const write = async (): Promise<Buffer> => {
    const target = await openZipTarget(temporaryFolder(), { name: 'bundle', day: '2026-03-02' }, forget)
    await target.add('a.eml', Buffer.from('a'))
    await target.publish()
    return readFileSync(target.path)
  }
  const first = await write()
  expect(first.equals(await write())).toBe(true)
  expect(first.readUInt16LE(10)).toBe(0)
})
