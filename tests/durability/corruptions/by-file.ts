import { createHmac } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNull } from 'drizzle-orm'
import { verifyBundle } from '../../../electron/features/verification/index.ts'
import { verifyOriginals } from '../../../electron/features/verification/verify-originals.ts'
import { diskFiles } from '../../../electron/files/disk-files.ts'
import { isFault } from '../../../electron/platform/fault.ts'
import { PAGE_BYTES } from '../../../electron/store/page-seal.ts'
import { originals } from '../../../electron/store/schema/index.ts'
import { type PageReport, verifyPages } from '../../../electron/store/verify-pages.ts'
import { judgeFreshness } from '../../../electron/vault/freshness.ts'
import { readHeadLog } from '../../../electron/vault/head-log.ts'
import { RECORD_BYTES } from '../../../electron/vault/head-record.ts'
import { openWithPassphrase } from '../../../electron/vault/keyring.ts'
import { keyringFile } from '../../../electron/vault/keyring-file.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { PASSPHRASE } from '../driver/template.ts'
import { cutOff, flipped } from './damage.ts'
import { type Damage, exactly, type Outcome } from './outcome.ts'
import { type SampleVault, vaultFile } from './sample-vault.ts'

const SALT_BYTES = 16

/** Damage that the check of one kind of file must see by itself, without the vault being opened. */

/** One bit of about a quarter of the pages, or another page in the place of one; their numbers are named, and no others. */
export const damagePages: Damage = async (sample, random, folder) => {
  const whole = vaultFile(sample.after, 'store.db')
  const pages = Array.from({ length: whole.length / PAGE_BYTES }, (_, at) =>
    whole.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES),
  )
  const damaged: number[] = []
  const written = pages.map((page, at) => {
    if (!random.chance(0.25)) return page
    damaged.push(at + 1)
    const other = random.whole(pages.length)
    // The salt in clear is no part of the first page's seal: `damageStore` flips it.
    const kept = at === 0 ? SALT_BYTES : 0
    if (other !== at && random.chance(0.1))
      return Buffer.concat([page.subarray(0, kept), (pages[other] ?? page).subarray(kept)])
    return flipped(page, random, kept).bytes
  })
  const report = await pagesOf(Buffer.concat(written), sample, folder)
  if (report.missing > 0) return [{ missed: `${report.missing} pages are called missing` }]
  return exactly(damaged, report.damaged)
}

async function pagesOf(store: Buffer, sample: SampleVault, folder: string): Promise<PageReport> {
  const file = join(folder, 'damaged.db')
  writeFileSync(file, store)
  try {
    return await verifyPages(file, sample.keys.store)
  } finally {
    rmSync(file)
  }
}

/** The whole file: a bit anywhere in it, the salt too, or its end gone. */
export const damageStore: Damage = async (sample, random, folder) => {
  const store = vaultFile(sample.after, 'store.db')
  if (random.chance(0.3)) return cutStore(cutOff(store, random), store, sample, folder)
  const { bytes, at } = flipped(store, random)
  const { damaged } = await pagesOf(bytes, sample, folder)
  if (at >= SALT_BYTES) return exactly([Math.floor(at / PAGE_BYTES) + 1], damaged)
  // A wrong salt makes a wrong key for every page: all of them are named, the damaged one among them.
  return damaged.length === store.length / PAGE_BYTES ? ['seen'] : [{ missed: `salt: ${damaged}` }]
}

async function cutStore(cut: Buffer, whole: Buffer, sample: SampleVault, folder: string): Promise<Outcome[]> {
  const { damaged, missing } = await pagesOf(cut, sample, folder)
  const kept = Math.ceil(cut.length / PAGE_BYTES)
  // Without its first page a file cannot say how many there were.
  if (cut.length < PAGE_BYTES) return damaged.includes(1) ? ['seen'] : [{ missed: 'cut to less than a page' }]
  const isNamed =
    missing === whole.length / PAGE_BYTES - kept &&
    damaged.join() === (cut.length % PAGE_BYTES === 0 ? '' : String(kept))
  return isNamed ? ['named'] : [{ missed: `cut to ${cut.length}: ${damaged} damaged, ${missing} missing` }]
}

/** A bit or the end of about half of the encrypted originals: they are named by digest or file, and no others. */
export const damageOriginals: Damage = async (sample, random, folder) => {
  const copy = join(folder, 'damaged-files')
  cpSync(join(sample.after, 'vault/files'), copy, { recursive: true })
  const names = new Map(digestsOf(sample).map((sha256) => [sha256, nameOf(sha256, sample)]))
  const damaged = [...names.keys()].filter(() => random.chance(0.5))
  for (const sha256 of damaged) {
    const path = join(copy, names.get(sha256) ?? '')
    const whole = readFileSync(path)
    writeFileSync(path, random.chance(0.2) ? cutOff(whole, random) : flipped(whole, random).bytes)
  }
  const keys = { name: Buffer.from(sample.keys.name), content: Buffer.from(sample.keys.content) }
  const files = diskFiles({ folder: copy, keys })
  const { problems } = await verifyOriginals(sample.opened.vault.opened().store.read, files)
  files.close()
  rmSync(copy, { recursive: true })
  const shas = new Map([...names].map(([sha256, name]) => [name, sha256]))
  const named = problems.map(({ code, name }) => {
    if (code === 'FILE_UNREADABLE') return shas.get(name) ?? name // its label is damaged, or that as well
    return code === 'ORIGINAL_ALTERED' ? name : `${code} ${name}`
  })
  return exactly(damaged, [...new Set(named)])
}

/** Of the originals that lie in files. */
const digestsOf = ({ opened }: SampleVault): string[] =>
  opened.vault
    .opened()
    .store.read.select({ sha256: originals.sha256 })
    .from(originals)
    .where(isNull(originals.bytes))
    .all()
    .map(({ sha256 }) => sha256)

const nameOf = (sha256: string, { keys }: SampleVault): string =>
  createHmac('sha256', keys.name).update(sha256).digest('hex')

/** A bit anywhere, or a cut inside a record; the zeros behind the last one are room, of any length. */
export const damageHead: Damage = async (sample, random, folder) => {
  const head = vaultFile(sample.running, 'head.log')
  const records = (head.findLastIndex((byte) => byte !== 0) + 1) / RECORD_BYTES
  const cut = RECORD_BYTES * random.whole(records) + 1 + random.whole(RECORD_BYTES - 1)
  const path = join(folder, 'damaged-head.log')
  writeFileSync(path, random.chance(0.1) ? head.subarray(0, cut) : flipped(head, random).bytes)
  const { finding } = judgeFreshness(sample.chain, readHeadLog(path, sample.keys.head), undefined)
  rmSync(path)
  return finding === 'HEAD_DAMAGED' ? ['named'] : [{ missed: `an altered head log is called ${finding}` }]
}

export const damageKeyring: Damage = async (sample, random, folder) => {
  const path = join(folder, 'damaged-keyring.json')
  const whole = vaultFile(sample.after, 'keyring.json')
  writeFileSync(path, random.chance(0.2) ? cutOff(whole, random) : flipped(whole, random).bytes)
  try {
    const found = await keyringFile(path, cheapKdf.limits).read()
    if (found) await openWithPassphrase(found.keyring, PASSPHRASE, cheapKdf)
    return [{ missed: found ? 'an altered keyring opens' : 'an altered keyring is called absent' }]
  } catch (error) {
    if (isFault(error, 'KEYRING_DAMAGED')) return ['named']
    // Where the bit made another version of it: what a later app writes this one cannot check.
    return isFault(error, 'STORE_NEWER')
      ? ['seen']
      : [{ missed: `an altered keyring gives ${String(error)}` }]
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
  const named = problems
    .filter(({ code }) => code.startsWith('FILE_') || code.startsWith('SUMS_'))
    .map((problem) => problem.name.normalize('NFC'))
  if (name !== SUMS || named.includes(SUMS)) return exactly([name.normalize('NFC')], named)
  // The list still reads, and names what does not fit it any more: which of the two was altered nothing tells.
  return named.length > 0 ? ['seen'] : [{ missed: `${name} is not named` }]
}

const SUMS = 'manifest.sha256'

function readdirOrFile(path: string): 'file' | 'folder' {
  try {
    readdirSync(path)
    return 'folder'
  } catch {
    return 'file'
  }
}
