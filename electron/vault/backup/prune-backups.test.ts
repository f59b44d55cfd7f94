import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Seeded, seeded } from '../../../tests/durability/seeded.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { type BackupContents, sealManifest } from './backup-manifest.ts'
import { backupName, findBackups } from './backup-place.ts'
import { pruneBackups } from './prune-backups.ts'

const hex = (number: number, length: number): string => number.toString(16).padStart(length, '0')
const idOf = (number: number): string => `01a1ff71-b64d-7948-be42-${hex(number, 12)}`
const nameOf = (number: number): string =>
  backupName(idOf(number), new Date(Date.UTC(2026, 0, 1 + number)).toISOString())

/** Writes a backup that needs these originals, and those of them that are not there yet. */
function addBackup(folder: string, number: number, needed: readonly number[]): void {
  const paths = needed.map((original) => `files/${hex(original, 64)}`)
  for (const path of paths) writeFileSync(join(folder, path), path)
  const about: BackupContents = {
    ...{ format: 'redchop-backup', version: 1, id: idOf(number), app: 'test', tables: {} },
    storeId: idOf(0),
    madeAt: '2026-01-01T00:00:00.000Z',
    head: { seq: 1, hash: hex(1, 64) },
    files: paths.map((path) => ({ path, sizeBytes: path.length, sha256: hex(2, 64) })),
  }
  mkdirSync(join(folder, nameOf(number)))
  writeFileSync(join(folder, nameOf(number), 'manifest.json'), sealManifest(about, Buffer.alloc(32)))
}

function newFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'files'))
  return folder
}

const originalsIn = (folder: string): number[] =>
  readdirSync(join(folder, 'files'))
    .map((name) => Number.parseInt(name, 16))
    .sort((a, b) => a - b)

const some = (random: Seeded, below: number): number[] =>
  Array.from({ length: below }, (_, number) => number).filter(() => random.chance(0.4))

test('of 60 folders, backups that stay keep every original they need, and what only the others needed goes', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const [folder, random] = [newFolder(), seeded(seed)]
    const needs = Array.from({ length: 1 + random.whole(6) }, () => some(random, 8))
    for (const [number, needed] of needs.entries()) addBackup(folder, number, needed)
    const going = some(random, needs.length)
    const staying = [...needs.keys()].filter((number) => !going.includes(number))
    expect(await pruneBackups(folder, going.map(nameOf))).toEqual(going.map(nameOf))
    const needed = new Set(staying.flatMap((number) => needs[number] ?? []))
    expect(originalsIn(folder), `seed ${seed}`).toEqual([...needed].sort((a, b) => a - b))
    expect((await findBackups(folder)).map(({ name }) => name)).toEqual(staying.map(nameOf).reverse())
    expect(readdirSync(folder)).toHaveLength(1 + staying.length)
    rmSync(folder, { recursive: true })
  }
})

test('no original goes while a backup that stays cannot say what it needs, or one is in the making', async () => {
  for (const hinder of [
    (folder: string) => writeFileSync(join(folder, nameOf(2), 'manifest.json'), 'spoilt'),
    (folder: string) => mkdirSync(join(folder, `.tmp-${nameOf(3)}`)),
  ]) {
    const folder = newFolder()
    addBackup(folder, 1, [1, 2])
    addBackup(folder, 2, [2, 3])
    hinder(folder)
    expect(await pruneBackups(folder, [nameOf(1)])).toEqual([nameOf(1)])
    expect(originalsIn(folder)).toEqual([1, 2, 3])
    // What stood in its way is gone: the next time ends it.
    rmSync(join(folder, `.tmp-${nameOf(3)}`), { recursive: true, force: true })
    rmSync(join(folder, nameOf(2)), { recursive: true })
    addBackup(folder, 2, [2, 3])
    await pruneBackups(folder, [])
    expect(originalsIn(folder)).toEqual([2, 3])
  }
})

test('a name that leads elsewhere, or is no backup, removes nothing', async () => {
  const folder = newFolder()
  addBackup(folder, 1, [1])
  const inside = join(folder, nameOf(1))
  expect(await pruneBackups(join(folder, 'files'), [`../${nameOf(1)}`, '..', 'files', ''])).toEqual([])
  expect(existsSync(inside)).toBe(true)
})
