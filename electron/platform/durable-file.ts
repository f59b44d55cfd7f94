import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { diskFault, errorCode } from './fault.ts'

/** Unfinished files begin so; whoever finds one at start may remove it. */
export const TEMPORARY_PREFIX = '.tmp-'

/**
 * Makes the names in `folder` survive a power cut. Windows keeps them by itself and refuses to sync a folder. Throws
 * `DISK_FAILING`.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    throw diskFault(error)
  } finally {
    await handle.close()
  }
}

/** Makes `folder` and its missing parents, readable by this user only, and makes their names durable. Throws `DISK_FULL` or `DISK_FAILING`. */
export async function makeFolder(folder: string): Promise<void> {
  const last = resolve(folder)
  const first = await makeWithParents(last)
  if (first === undefined) return
  for (let made = last; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/**
 * Makes `folder` and its missing parents, not durably yet; gives the first that was missing. Alone first: where Node makes
 * parents, too, it calls a failing disk ENOENT. Throws `DISK_FULL` or `DISK_FAILING`.
 */
export async function makeWithParents(folder: string, mode = 0o700): Promise<string | undefined> {
  try {
    await mkdir(folder, { mode })
    return folder
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT')
      return mkdir(folder, { recursive: true, mode })
    throw diskFault(error)
  }
}

/**
 * Writes bytes to a new file beside `target`, synced, readable by this user only, and answers with its path.
 * Leaves nothing behind when it fails. Throws `DISK_FULL` or `DISK_FAILING`.
 */
export async function writeBeside(
  target: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<string> {
  const path = nameBeside(target)
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw diskFault(error)
  })
  try {
    for await (const part of parts) await handle.writeFile(part)
    await handle.sync()
    await handle.close()
    return path
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(path, { force: true })
    throw diskFault(error)
  }
}

/**
 * Puts `bytes` in the place of the file `target`: after a power cut there is the old file or the new one, whole.
 * With `previous`, the old file stays under that name. Throws `DISK_FULL`, and then `target` has not changed, or
 * `DISK_FAILING`.
 */
export async function replaceFile(target: string, bytes: Uint8Array, previous?: string): Promise<void> {
  const written = await writeBeside(target, [bytes])
  try {
    if (previous !== undefined) await keepAs(target, previous)
    await rename(written, target)
  } catch (error) {
    await rm(written, { force: true })
    throw diskFault(error)
  }
  await syncFolder(dirname(target))
}

/** A second name, not a move: at no moment is `target` missing, nor `previous` where there was one. */
async function keepAs(target: string, previous: string): Promise<void> {
  const second = nameBeside(previous)
  try {
    await link(target, second)
    await rename(second, previous)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  } finally {
    await rm(second, { force: true }) // it stays where `previous` was a name of the same file already: POSIX renames nothing then
  }
}

/** A name of the temporary kind beside `path`. */
const nameBeside = (path: string): string =>
  join(dirname(path), `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
