import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve, win32 } from 'node:path'
import { Fault } from './fault.ts'

/** Why a folder is no place for a vault: its disk belongs to another computer, or a program copies its files away. */
export type PlaceRisk = 'network' | 'sync'

/** What the computer tells of its places; given, so that tests can tell otherwise. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  /** Linux: the text of `/proc/self/mounts`. */
  readonly mounts: string
  /** Folders that a sync program names in the environment. */
  readonly syncFolders: readonly string[]
  exists(path: string): boolean
}

/**
 * Throws `VAULT_PLACE_UNSAFE` where `folder` lies on a network share (locks do not hold there, and two writers destroy a
 * database) or in the folder of a sync program (it puts back old files, or two halves of one state). The folder need not
 * exist yet; links on the way are followed. A drive letter of Windows that stands for a share is not recognised.
 */
export function refuseUnsafePlace(folder: string): void {
  const reason = placeRisk(followed(resolve(folder)), surroundings())
  if (reason) throw new Fault('VAULT_PLACE_UNSAFE', { reason })
}

/** The risk of an absolute path, by its names, by what lies beside them, and by the kind of disk it is on. */
export function placeRisk(folder: string, around: Surroundings): PlaceRisk | undefined {
  const parts = folder
    .split(around.platform === 'win32' ? /[\\/]/u : '/')
    .map((part) => part.normalize('NFC'))
  if (around.platform === 'win32' && isShare(folder)) return 'network'
  if (around.platform === 'linux' && NETWORK.test(diskKind(folder, around.mounts))) return 'network'
  if (parts.some((part) => SYNCED.test(part))) return 'sync'
  if (around.syncFolders.some((synced) => isWithin(folder, synced, around.platform))) return 'sync'
  if (parents(folder).some((parent) => MARKS.some((mark) => around.exists(join(parent, mark))))) return 'sync'
  return undefined
}

/** Folders as the sync programs call them, by themselves or with a company's name behind. */
const SYNCED =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive-.+|my drive|我的云端硬盘|icloud ?drive|mobile documents|cloudstorage|(my |我的)?(nutstore|坚果云)( files)?|baidu ?(netdisk|syncdisk).*|百度(网盘|云)(同步(空间|盘))?|nextcloud|owncloud|megasync|pcloud ?drive|阿里云盘|微云(同步助手)?|weiyun)$/iu
/** What Dropbox and Syncthing leave in the folder they keep. */
const MARKS = ['.dropbox.cache', '.stfolder']
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|ceph|glusterfs|lustre|davfs2?|fuse\.(sshfs|davfs2?|rclone|s3fs|curlftpfs|glusterfs|gvfsd-fuse|smbnetfs|ceph.*))$/u

const isShare = (folder: string): boolean => /^[\\/]{2}(?![.?][\\/](?!UNC))/iu.test(folder)

/** The file system of the deepest mount that holds `folder`; spaces stand as `\\040` in the list (proc_mounts(5)). */
function diskKind(folder: string, mounts: string): string {
  let deepest = { place: '', kind: '' }
  for (const line of mounts.split('\n')) {
    const [, named = '', kind = ''] = line.split(' ')
    const place = named.replaceAll(/\\(\d{3})/gu, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))
    // Of two at one place the later one hides the earlier.
    if (place !== '' && isWithin(folder, place, 'linux') && place.length >= deepest.place.length)
      deepest = { place, kind }
  }
  return deepest.kind
}

function isWithin(folder: string, place: string, platform: NodeJS.Platform): boolean {
  const { sep, even } =
    platform === 'win32'
      ? { sep: win32.sep, even: (path: string) => path.toLowerCase() }
      : { sep: '/', even: (path: string) => path }
  const above = even(place.endsWith(sep) ? place.slice(0, -1) : place)
  return even(folder) === above || even(folder).startsWith(above + sep)
}

function parents(folder: string): string[] {
  const all = [folder]
  for (let up = dirname(folder); up !== all.at(-1); up = dirname(up)) all.push(up)
  return all
}

/** The path with links followed as far as it exists. */
function followed(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    const up = dirname(folder)
    return up === folder ? folder : join(followed(up), basename(folder))
  }
}

function surroundings(): Surroundings {
  const { platform, env } = process
  return {
    platform,
    mounts: platform === 'linux' ? readFileSync('/proc/self/mounts', 'utf8') : '',
    syncFolders: [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].filter(
      (path) => path !== undefined,
    ),
    exists: existsSync,
  }
}
