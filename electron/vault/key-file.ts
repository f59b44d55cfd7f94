import { createHash, randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative } from 'node:path'
import { syncFolder } from '../platform/durable-file.ts'
import { diskFault, errorCode, Fault } from '../platform/fault.ts'

const SECRET_BYTES = 64
const ID_BYTES = 16
/** A key file is one line of about 300 characters; whatever is longer is none, and is not read. */
const MOST_BYTES = 4_096

/** The second secret of a vault. `id` says which one it is and opens nothing. */
export interface KeyFile {
  readonly id: string
  readonly secret: Buffer
}

/** Which key file is wanted: the vault it belongs to, and its id in the keyring. */
export interface WantedKeyFile {
  readonly storeId: string
  readonly id: string
}

/**
 * Writes a new key file, durably and readable by this user only, and reads it back. Throws `KEY_FILE_PLACE` where something
 * of that name is there already, where it would lie inside `vaultFolder`, or where nothing can be written; then nothing is left.
 */
export async function makeKeyFile(path: string, storeId: string, vaultFolder: string): Promise<KeyFile> {
  const inside = relative(vaultFolder, path)
  if (!inside.startsWith('..') && !isAbsolute(inside)) throw refuse('INSIDE_VAULT')
  const made = { id: randomBytes(ID_BYTES).toString('hex'), secret: randomBytes(SECRET_BYTES) }
  await writeNew(path, composeKeyFile(made, storeId))
  try {
    return await readKeyFile(path, { storeId, id: made.id })
  } catch {
    await rm(path, { force: true })
    throw refuse('NOT_WRITTEN')
  } finally {
    made.secret.fill(0)
  }
}

/**
 * The key file at `path`. Throws `WRONG_KEY_FILE`, with its reason, wherever it is provably not the wanted one; a passphrase
 * that does not open the vault with the file answered here is then itself the wrong one.
 */
export async function readKeyFile(path: string, wanted: WantedKeyFile): Promise<KeyFile> {
  const line = await readLine(path)
  const [, storeId, id, secret, check] = LINE.exec(line) ?? []
  if (!storeId || !id || !secret || check !== checkOf(line)) throw wrong('NOT_A_KEY_FILE')
  if (storeId !== wanted.storeId || id !== wanted.id) throw wrong('ANOTHER')
  return { id, secret: Buffer.from(secret, 'hex') }
}

const CHECK = ' check='
const LINE = new RegExp(
  `^REDCHOP-KEY-FILE-1 vault=([0-9a-f-]{36}) id=([0-9a-f]{${ID_BYTES * 2}}) secret=([0-9a-f]{${SECRET_BYTES * 2}})${CHECK}([0-9a-f]{16})\\n$`,
  'u',
)

function composeKeyFile({ id, secret }: KeyFile, storeId: string): string {
  const line = `REDCHOP-KEY-FILE-1 vault=${storeId} id=${id} secret=${secret.toString('hex')}`
  return `${line}${CHECK}${checkOf(line)}\n`
}

/** Finds a damaged file; the first 8 bytes of a hash of more than 512 random bits tell nothing of them. */
const checkOf = (line: string): string =>
  createHash('sha256')
    .update(line.split(CHECK)[0] ?? '')
    .digest('hex')
    .slice(0, 16)

async function writeNew(path: string, line: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw refuse(errorCode(error) === 'EEXIST' ? 'TAKEN' : 'NOT_WRITTEN')
  })
  try {
    await handle.writeFile(line)
    await handle.sync()
    await handle.close()
    await syncFolder(dirname(path))
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(path, { force: true })
    throw diskFault(error)
  }
}

async function readLine(path: string): Promise<string> {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size > MOST_BYTES) throw wrong('NOT_A_KEY_FILE')
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof Fault ? error : wrong('GONE')
  }
}

const wrong = (reason: 'GONE' | 'NOT_A_KEY_FILE' | 'ANOTHER'): Fault =>
  new Fault('WRONG_KEY_FILE', { reason })
const refuse = (reason: 'TAKEN' | 'INSIDE_VAULT' | 'NOT_WRITTEN'): Fault =>
  new Fault('KEY_FILE_PLACE', { reason })
