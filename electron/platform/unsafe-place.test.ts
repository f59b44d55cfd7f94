import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { placeRisk, refuseUnsafePlace, type Surroundings } from './unsafe-place.ts'

const MOUNTS = [
  '/dev/sda1 / ext4 rw 0 0',
  'nas:/law /mnt/law nfs4 rw 0 0',
  '//server/akten /mnt/Akten\\0402026 cifs rw 0 0',
  '/dev/sdb1 /mnt/law/local ext4 rw 0 0',
  'user@host:/ /home/li/remote fuse.sshfs rw 0 0',
  '/dev/sdc1 /media/stick fuseblk rw 0 0',
].join('\n')

const linux: Surroundings = { platform: 'linux', mounts: MOUNTS, syncFolders: [], exists: () => false }
const windows: Surroundings = {
  ...linux,
  platform: 'win32',
  mounts: '',
  syncFolders: ['C:\\Users\\Li\\Wolke'],
}

describe('a folder that is no place for a vault', () => {
  test.each([
    ['/mnt/law/vault', 'network'],
    ['/mnt/law', 'network'],
    ['/mnt/Akten 2026/vault', 'network'],
    ['/home/li/remote/vault', 'network'],
    ['/home/li/Dropbox/vault', 'sync'],
    ['/home/li/Dropbox (Kanzlei)/vault', 'sync'],
    ['/home/li/OneDrive - Kanzlei Weber/vault', 'sync'],
    ['/home/li/onedrive/vault', 'sync'],
    ['/Users/li/Library/Mobile Documents/vault', 'sync'],
    ['/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/vault', 'sync'],
    ['/home/li/Google Drive/vault', 'sync'],
    ['/home/li/我的坚果云/卷宗', 'sync'],
    ['/home/li/Nutstore Files/vault', 'sync'],
    ['/home/li/百度网盘/卷宗', 'sync'],
    ['/home/li/BaiduNetdisk/vault', 'sync'],
    ['/home/li/BaiduSyncdisk/vault', 'sync'],
  ])('%s: %s', (folder, risk) => {
    expect(placeRisk(folder, linux)).toBe(risk)
  })

  test.each([
    ['\\\\server\\akten\\vault', 'network'],
    ['\\\\?\\UNC\\server\\akten\\vault', 'network'],
    ['C:\\Users\\Li\\OneDrive\\vault', 'sync'],
    ['C:\\Users\\Li\\wolke\\vault', 'sync'],
    ['D:\\坚果云\\vault', 'sync'],
    ['G:\\My Drive\\vault', 'sync'],
  ])('%s: %s', (folder, risk) => {
    expect(placeRisk(folder, windows)).toBe(risk)
  })

  test('a folder in which a sync program left its mark', () => {
    const exists = (path: string) => path === '/home/li/Akten/.stfolder'
    expect(placeRisk('/home/li/Akten/2026/vault', { ...linux, exists })).toBe('sync')
    expect(placeRisk('/home/li/Briefe/vault', { ...linux, exists })).toBeUndefined()
  })
})

test.each([
  [linux, '/home/li/.config/Redchop/vault'],
  [linux, '/mnt/law/local/vault'],
  [linux, '/mnt/lawyer/vault'],
  [linux, '/media/stick/vault'],
  [linux, '/home/li/Dropbox gegen Müller/vault'],
  [linux, '/home/li/not-onedrive/vault'],
  [windows, 'C:\\Users\\Li\\AppData\\Roaming\\Redchop\\vault'],
  [windows, '\\\\?\\C:\\Users\\Li\\vault'],
  [windows, 'C:\\Users\\Li\\Wolkenbruch\\vault'],
])('any other is one: %#', (around, folder) => {
  expect(placeRisk(folder, around)).toBeUndefined()
})

test('on the disk itself: links are followed, and a folder yet to be made is judged by where it will lie', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'Dropbox'))
  symlinkSync(join(folder, 'Dropbox'), join(folder, 'elsewhere'))
  expect(() => refuseUnsafePlace(join(folder, 'elsewhere/new/vault'))).toThrow(
    expect.objectContaining({ code: 'VAULT_PLACE_UNSAFE', data: { reason: 'sync' } }),
  )
  expect(() => refuseUnsafePlace(join(folder, 'new/vault'))).not.toThrow()
})
