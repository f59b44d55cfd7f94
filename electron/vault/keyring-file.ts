import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder, replaceFile } from '../platform/durable-file.ts'
import { errorCode, Fault } from '../platform/fault.ts'
import type { KdfLimits } from './argon2.ts'
import { type Keyring, keyringBytes, MOST_KEYRING_BYTES, parseKeyring } from './keyring-format.ts'

export interface FoundKeyring {
  readonly keyring: Keyring
  /** False where the newest generation is damaged or gone, and this is the one before it. */
  readonly newest: boolean
}

/** The keyring on disk, and the generation before it, kept until the newer one has opened the vault. */
export interface KeyringFile {
  /**
   * The newest whole generation, or undefined where there never was one. Throws `KEYRING_DAMAGED` where none is whole,
   * `STORE_NEWER` for one that a later app wrote.
   */
  read(): Promise<FoundKeyring | undefined>
  /**
   * Puts a new generation in place, atomically and durably; the one before is kept where it is whole, and never gives way to a
   * damaged one. Throws `DISK_FULL`, and the old one stays.
   */
  replace(keyring: Keyring): Promise<void>
  /** Called once the newest generation has opened the vault. */
  forgetPrevious(): Promise<void>
}

/** The keyring at `path`; costs outside `limits` count as damage. */
export function keyringFile(path: string, limits: KdfLimits): KeyringFile {
  const previous = `${path}.previous`
  return {
    async read() {
      const newest = await readOne(path, limits)
      if (newest && !(newest instanceof Fault)) return { keyring: newest, newest: true }
      if (newest?.code === 'STORE_NEWER') throw newest
      const before = await readOne(previous, limits)
      if (before && !(before instanceof Fault)) return { keyring: before, newest: false }
      const fault = newest ?? before
      if (fault) throw fault
      return undefined
    },
    async replace(keyring) {
      await makeFolder(dirname(path))
      const newest = await readOne(path, limits)
      const isWhole = newest !== undefined && !(newest instanceof Fault)
      await replaceFile(path, keyringBytes(keyring), isWhole ? previous : undefined)
    },
    forgetPrevious: () => rm(previous, { force: true }),
  }
}

/** The keyring, what is wrong with it, or undefined where there is no such file. */
async function readOne(path: string, limits: KdfLimits): Promise<Keyring | Fault | undefined> {
  try {
    return parseKeyring(await readStart(path), limits)
  } catch (error) {
    if (error instanceof Fault) return error
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** No more of the file than a keyring can be long, and one byte to see that there is more. */
async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const room = Buffer.alloc(MOST_KEYRING_BYTES + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < room.length; length += read)
      read = (await handle.read(room, length, room.length - length, length)).bytesRead
    return room.subarray(0, length)
  } finally {
    await handle.close()
  }
}
