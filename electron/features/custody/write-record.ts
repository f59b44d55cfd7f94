import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes } from '../../platform/canonical.ts'
import { syncFolder, TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { diskFault, errorCode } from '../../platform/fault.ts'
import type { Reader } from '../../store/store.ts'
import { createMerkleRoot } from '../../vault/merkle.ts'
import { findHead } from './custody-store.ts'
import type { HandoutFile } from './handout.ts'
import { readChain } from './read-chain.ts'

export interface WrittenRecord {
  /** The new folder. */
  path: string
  size: number
  head: string
  root: string
}

export interface RecordOrder {
  storeId: string
  /** Where the new folder is made, and what it is called; a number is added where that name is taken. */
  folder: string
  name: string
  handout: readonly HandoutFile[]
}

/** Written at a time. */
const CHUNK_LINES = 2_000

/**
 * Writes the whole chain, `chain.json` about it, and the verifiers into a new folder: complete or not at all.
 * Throws `DISK_FULL`, or the operating system's own error where the place refuses.
 */
export async function writeRecord(reader: Reader, order: RecordOrder): Promise<WrittenRecord> {
  const { storeId, folder, handout } = order
  const draft = join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
  try {
    await mkdir(draft)
    const state = await writeChain(reader, join(draft, 'chain.jsonl'))
    const facts = { format: 'redchop-chain', version: 1, storeId, ...state }
    await writeDurably(join(draft, 'chain.json'), canonicalBytes(facts))
    for (const { path, bytes } of handout) await writeDurably(join(draft, path), bytes)
    await syncFolder(draft)
    const path = await publish(draft, order)
    await syncFolder(folder)
    return { path, ...state }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw diskFault(error)
  }
}

async function writeChain(
  reader: Reader,
  path: string,
): Promise<{ size: number; head: string; root: string }> {
  const file = await open(path, 'wx')
  const root = createMerkleRoot()
  let [head, size, waiting, written] = ['', 0, [] as string[], Promise.resolve()]
  const flush = (): void => {
    const text = waiting.join('')
    waiting = []
    written = written.then(() => file.writeFile(text))
    written.catch(() => undefined) // told below
  }
  try {
    await readChain(reader, findHead(reader)?.seq ?? 0, ({ entry }, hash) => {
      root.add(hash)
      head = hash
      size += 1
      if (waiting.push(`${entry}\n`) >= CHUNK_LINES) flush()
    })
    flush()
    await written
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, head, root: root.root() }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives the draft its name, or that with a number where it is taken: nothing is ever replaced. */
async function publish(draft: string, { folder, name }: RecordOrder): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${name} (${copy})`)
    try {
      await mkdir(path) // keeps the name free; rename replaces an empty folder
      await rm(path, { recursive: true })
      await rename(draft, path)
      return path
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}
