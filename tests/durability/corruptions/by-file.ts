import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyBundle } from '../../../electron/features/verification/index.ts'
import { openContent, openLabel } from '../../../electron/files/evb1.ts'
import { isFault } from '../../../electron/platform/fault.ts'
import { PAGE_BYTES, type PageSeal, pageSeal } from '../../../electron/store/page-seal.ts'
import { verifyPages } from '../../../electron/store/verify-pages.ts'
import { RECORD_BYTES, readHeads } from '../../../electron/vault/head-record.ts'
import { openWithPassphrase } from '../../../electron/vault/keyring.ts'
import { keyringFile } from '../../../electron/vault/keyring-file.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { PASSPHRASE } from '../driver/template.ts'
import { cutOff, flipped } from './damage.ts'
import type { Damage } from './play-corruptions.ts'
import { type SampleVault, vaultFile } from './sample-vault.ts'

/** Damage that the check of one file must see by itself, without the vault being opened. */

const kept = new WeakMap<
  SampleVault,
  { pages: Buffer[]; isWhole: PageSeal; originals: Buffer[]; head: Buffer }
>()

/** Read once, and each byte of it found whole: a check that is never content proves nothing. */
function filesOf(sample: SampleVault) {
  const found = kept.get(sample)
  if (found) return found
  const store = vaultFile(sample.after, 'store.db')
  const pages = Array.from({ length: store.length / PAGE_BYTES }, (_, at) =>
    store.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES),
  )
  const isWhole = pageSeal(store, sample.keys.store)
  const folder = join(sample.after, 'vault/files')
  const originals = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  const head = vaultFile(sample.running, 'head.log')
  if (!pages.every((page, at) => isWhole(page, at + 1))) throw new Error('A clean page is called damaged')
  if (readHeads(head, sample.keys.head).damaged) throw new Error('A clean head log is called damaged')
  const read = { pages, isWhole, originals, head }
  kept.set(sample, read)
  return read
}

/** One bit of one page, or another page in its place. The page that is named is the one. */
export const damagePage: Damage = async (sample, random) => {
  const { pages, isWhole } = filesOf(sample)
  const at = random.whole(pages.length)
  const other = random.whole(pages.length)
  const isMoved = other !== at && random.chance(0.1)
  const page = pages[at] ?? Buffer.alloc(0)
  // The salt in clear is no part of the first page's seal: it is what the seal's own key is made of.
  const damaged = isMoved ? (pages[other] ?? page) : flipped(page, random, at === 0 ? 16 : 0).bytes
  return isWhole(damaged, at + 1) ? `page ${at + 1} is called whole` : undefined
}

/** The whole file, on a disk: a bit anywhere in it, the salt too, or its end gone. */
export const damageStore: Damage = async (sample, random, folder) => {
  const file = join(folder, 'damaged.db')
  const store = vaultFile(sample.after, 'store.db')
  const isCut = random.chance(0.3)
  const { bytes, at } = isCut ? { bytes: cutOff(store, random), at: -1 } : flipped(store, random)
  writeFileSync(file, bytes)
  const { damaged, missing } = await verifyPages(file, sample.keys.store)
  rmSync(file)
  if (isCut) return damaged.length + missing > 0 ? undefined : `cut to ${bytes.length} bytes, and not seen`
  const page = Math.floor(at / PAGE_BYTES) + 1
  // A wrong salt makes a wrong key for every page: then all of them are named.
  return damaged.includes(page) && (damaged.length === 1 || at < 16) ? undefined : `byte ${at}: ${damaged}`
}

export const damageOriginal: Damage = async (sample, random) => {
  const whole = random.pick(filesOf(sample).originals)
  const damaged = random.chance(0.2) ? cutOff(whole, random) : flipped(whole, random).bytes
  const label = openLabel(sample.keys.content, damaged)
  const content = await openContent(sample.keys.content, damaged, async () => undefined)
  return label && content ? 'an altered original opens' : undefined
}

/** A bit anywhere, or a cut inside a record; the zeros behind the last one are room, of any length. */
export const damageHead: Damage = async (sample, random) => {
  const { head } = filesOf(sample)
  const records = (head.findLastIndex((byte) => byte !== 0) + 1) / RECORD_BYTES
  const cut = RECORD_BYTES * random.whole(records) + 1 + random.whole(RECORD_BYTES - 1)
  const damaged = random.chance(0.1) ? head.subarray(0, cut) : flipped(head, random).bytes
  return readHeads(damaged, sample.keys.head).damaged ? undefined : 'an altered head log is called whole'
}

export const damageKeyring: Damage = async (sample, random, folder) => {
  const path = join(folder, 'damaged-keyring.json')
  const whole = vaultFile(sample.after, 'keyring.json')
  writeFileSync(path, random.chance(0.2) ? cutOff(whole, random) : flipped(whole, random).bytes)
  try {
    const found = await keyringFile(path, cheapKdf.limits).read()
    if (found) await openWithPassphrase(found.keyring, PASSPHRASE, cheapKdf)
    return found ? 'an altered keyring opens' : 'an altered keyring is called absent'
  } catch (error) {
    const isNamed = isFault(error, 'KEYRING_DAMAGED') || isFault(error, 'STORE_NEWER')
    return isNamed ? undefined : `an altered keyring gives ${String(error)}`
  } finally {
    rmSync(path)
  }
}

export const damageExport: Damage = async (sample, random, folder) => {
  const copy = join(folder, 'damaged-export')
  cpSync(sample.exported, copy, { recursive: true })
  const names = readdirSync(copy, { recursive: true, encoding: 'utf8', withFileTypes: false }).filter(
    (name) => readdirOrFile(join(copy, name)) === 'file',
  )
  const name = random.pick(names)
  const whole = readFileSync(join(copy, name))
  writeFileSync(join(copy, name), random.chance(0.3) ? cutOff(whole, random) : flipped(whole, random).bytes)
  const { problems } = await verifyBundle(copy)
  rmSync(copy, { recursive: true })
  const named = problems.some((problem) => problem.name.normalize('NFC') === name.normalize('NFC'))
  // Where the list of sums itself was altered, it names something that does not fit it any more.
  return named || (name === 'manifest.sha256' && problems.length > 0) ? undefined : `${name} is not named`
}

function readdirOrFile(path: string): 'file' | 'folder' {
  try {
    readdirSync(path)
    return 'folder'
  } catch {
    return 'file'
  }
}
