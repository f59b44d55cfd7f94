import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../../electron/ipc/program.ts'
import { appPaths } from '../../../electron/platform/paths.ts'
import type { FoundChain } from '../../../electron/vault/freshness.ts'
import { RECORD_BYTES, readHeads } from '../../../electron/vault/head-record.ts'
import { deriveKey, openWithPassphrase } from '../../../electron/vault/keyring.ts'
import { keyringFile } from '../../../electron/vault/keyring-file.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { openProgram } from '../driver/open-program.ts'
import { trialPlaces } from '../driver/places.ts'
import { play } from '../driver/steps.ts'
import { importFolder, makeTemplate, PASSPHRASE, type Template } from '../driver/template.ts'

/** A vault with imports and an export, to be damaged in copies, and the keys that a check of its files needs. */
export interface SampleVault {
  readonly template: Template
  /** The trial folder as it lies locked; `before` is the same a few imports earlier. */
  readonly after: string
  readonly before: string
  /** A copy taken while the vault was open and the last acts, each an entry of the chain, stood in the write-ahead log alone. */
  readonly running: string
  /** Folder of one export. */
  readonly exported: string
  readonly keys: Readonly<Record<'store' | 'head' | 'name' | 'content', Buffer>>
  /** What the head log of `running` tells of, and finds whole. */
  readonly chain: FoundChain
  /** A copy of `after`, open: what its database says of its originals. */
  readonly opened: Program
}

const ACTS_IN_LOG = 12

export async function makeSampleVault(folder: string): Promise<SampleVault> {
  const template = await makeTemplate(folder)
  const [before, after, running] = ['before', 'after', 'running'].map((name) => join(folder, name))
  if (!before || !after || !running) throw new TypeError('Three places')
  cpSync(template.trial, after, { recursive: true })
  await take(after, template, ['import', 'export-folder'])
  cpSync(after, before, { recursive: true })
  const program = await openProgram(trialPlaces(after).vault, template.migrations)
  await program.handlers['vault.unlock']({ passphrase: PASSPHRASE })
  for (const source of template.sources.slice(2))
    await importFolder(program.session.desk(), template.caseId, source)
  // An import empties the log at its end.
  for (let act = 0; act < ACTS_IN_LOG; act += 1)
    program.session.desk().safekeeping.change({ idleMinutes: 5 + act })
  cpSync(after, running, { recursive: true })
  await program.session.lock()
  const places = trialPlaces(after)
  const exported = join(places.exports, readdirSync(places.exports)[0] ?? '')
  const copy = join(folder, 'opened')
  cpSync(after, copy, { recursive: true })
  const opened = await openVault(copy, template)
  const keys = await keysOf(places.vault)
  const chain = chainOf(vaultFile(running, 'head.log'), keys.head)
  return { template, before, after, running, exported, keys, chain, opened }
}

/** The chain as far as a head log tells of it. Throws for one that is damaged. */
function chainOf(log: Buffer, key: Buffer): FoundChain {
  const { newest, damaged } = readHeads(log, key)
  if (!newest || damaged) throw new Error('A clean head log is called damaged')
  const hashes = new Map<number | undefined, string | undefined>()
  for (let at = 0; at < log.length; at += RECORD_BYTES) {
    const record = readHeads(log.subarray(at, at + RECORD_BYTES), key).newest
    hashes.set(record?.seq, record?.hash)
  }
  return { seq: newest.seq, hashAt: (seq) => hashes.get(seq), untouched: false }
}

/** Opens a vault as the program does. The caller locks it. */
export async function openVault(root: string, { migrations }: Template): Promise<Program> {
  const program = await openProgram(trialPlaces(root).vault, migrations)
  await program.handlers['vault.unlock']({ passphrase: PASSPHRASE })
  return program
}

/** The bytes of a file of the vault under a trial folder. */
export const vaultFile = (root: string, name: string): Buffer =>
  readFileSync(join(trialPlaces(root).vault, name))

async function take(
  root: string,
  template: Template,
  steps: Parameters<typeof play>[0]['steps'],
): Promise<void> {
  await play({ places: trialPlaces(root), template, steps }, (note) => {
    if (!('done' in note)) throw new Error(`The sample could not be made: ${JSON.stringify(note)}`)
  })
}

async function keysOf(vault: string): Promise<SampleVault['keys']> {
  const found = await keyringFile(appPaths(vault).keyring, cheapKdf.limits).read()
  if (!found) throw new TypeError('There is no keyring')
  const { storeId } = found.keyring
  const master = await openWithPassphrase(found.keyring, PASSPHRASE, cheapKdf)
  const key = (purpose: string): Buffer => deriveKey(master, storeId, purpose)
  return {
    store: key('store'),
    head: key('head'),
    name: key('file-name'),
    content: key('file-content'),
  }
}
