import { mkdir, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { readEach } from '../../files/read-each.ts'
import { makeFolder, replaceFile } from '../../platform/durable-file.ts'
import { Fault } from '../../platform/fault.ts'
import { appPaths } from '../../platform/paths.ts'
import { refuseBusy } from '../../store/connect.ts'
import type { Kdf } from '../argon2.ts'
import { type KeyringSecret, readKeys, wipeKeys } from '../read-keys.ts'
import { carveStore } from './carved-rows.ts'
import { type Damaged, type Recovered, type SalvageReport, salvageText } from './salvage-report.ts'

export interface SalvageOptions {
  /** The vault's folder; its database may be damaged or gone, its keyring may not. */
  readonly vault: string
  /** A folder that is not there yet, or empty, and not inside the vault. */
  readonly target: string
  readonly secret: KeyringSecret
  readonly kdf: Kdf
}

/**
 * Decrypts every original that is whole into `target`: named by its SHA-256 and its kind, beside `salvage.json` and
 * `salvage.txt`, which say what each came in as and what could not be recovered. All of it lies there in the clear. The vault
 * is only read, and must not be open anywhere.
 *
 * Throws `VAULT_ABSENT` where there is no keyring, `KEYRING_DAMAGED`, what opening it throws, `STORE_BUSY`,
 * `SALVAGE_PLACE` and `DISK_FULL`; what was written until then stays.
 */
export async function salvageVault({ vault, target, secret, kdf }: SalvageOptions): Promise<SalvageReport> {
  const paths = appPaths(resolve(vault))
  await refuseTarget(paths.root, resolve(target))
  const keys = await readKeys(paths.keyring, secret, kdf)
  const salvage = new Salvage(resolve(target))
  try {
    refuseBusy(paths.store)
    await makeFolder(join(resolve(target), 'originals'))
    const carved = carveStore(paths.store, keys.store)
    const folders = [
      ['files', paths.files],
      ['quarantine', paths.quarantine],
    ] as const
    for (const [from, folder] of folders)
      for await (const { storedAs, label, content } of readEach(folder, keys.content)) {
        const name = label?.name ?? carved.names.get(content?.sha256 ?? label?.sha256 ?? '') ?? null
        if (content) await salvage.keep(content.bytes, { sha256: content.sha256, name, from })
        else salvage.miss({ storedAs, sha256: label?.sha256 ?? null, name })
      }
    for (const [sha256, bytes] of carved.inside)
      await salvage.keep(bytes, { sha256, name: carved.names.get(sha256) ?? null, from: 'database' })
    for (const sha256 of new Set([...carved.outside, ...carved.names.keys()]))
      salvage.miss({ storedAs: null, sha256, name: carved.names.get(sha256) ?? null })
    const { pages, damagedPages } = carved
    return await salvage.report(keys.storeId, { pages, damagedPages })
  } finally {
    wipeKeys(keys)
  }
}

/** Evidence in the clear must not mix with anything, least of all with the vault that it comes from. */
async function refuseTarget(vault: string, target: string): Promise<void> {
  const inside = relative(vault, target)
  if (inside === '' || !inside.startsWith('..')) throw new Fault('SALVAGE_PLACE', { reason: 'INSIDE_VAULT' })
  await mkdir(target, { recursive: true, mode: 0o700 })
  if ((await readdir(target)).length > 0) throw new Fault('SALVAGE_PLACE', { reason: 'NOT_EMPTY' })
}

class Salvage {
  readonly #target: string
  readonly #recovered = new Map<string, Recovered>()
  readonly #damaged: Damaged[] = []

  constructor(target: string) {
    this.#target = target
  }

  async keep(
    bytes: Buffer,
    { sha256, name, from }: Pick<Recovered, 'sha256' | 'name' | 'from'>,
  ): Promise<void> {
    if (this.#recovered.has(sha256)) return
    const file = `originals/${sha256}${extensionOf(bytes)}`
    await replaceFile(join(this.#target, file), bytes)
    this.#recovered.set(sha256, { file, sha256, sizeBytes: bytes.length, name, from })
  }

  miss(damaged: Damaged): void {
    this.#damaged.push(damaged)
  }

  async report(storeId: string, database: SalvageReport['database']): Promise<SalvageReport> {
    const missed = new Map<string, Damaged>()
    for (const each of this.#damaged) {
      if (each.sha256 !== null && this.#recovered.has(each.sha256)) continue
      const id = each.sha256 ?? each.storedAs ?? ''
      if (!missed.has(id)) missed.set(id, each)
    }
    const [recovered, damaged] = [[...this.#recovered.values()], [...missed.values()]]
    const report: SalvageReport = {
      format: 'redchop-salvage',
      version: 1,
      storeId,
      recovered,
      damaged,
      database,
    }
    await replaceFile(join(this.#target, 'salvage.json'), Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
    await replaceFile(join(this.#target, 'salvage.txt'), Buffer.from(salvageText(report)))
    return report
  }
}

const FIELDS = /^(?:from|to|subject|date|message-id|received|return-path|mime-version|x-[\w-]+)\s*:/gimu

/** What the first bytes say it is, so that another program opens it; an original is a message unless it shows otherwise. */
function extensionOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 4_096).toString('latin1')
  if (head.startsWith('%PDF-')) return '.pdf'
  if (head.startsWith('PK\u0003\u0004')) return '.zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return '.msg'
  return (head.match(FIELDS)?.length ?? 0) >= 2 ? '.eml' : '.bin'
}
