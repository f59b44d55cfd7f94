import { diskFiles } from '../files/disk-files.ts'
import { factHash } from '../platform/facts.ts'
import type { Fault } from '../platform/fault.ts'
import { refuseUnsafePlace } from '../platform/unsafe-place.ts'
import { openStore } from '../store/open-store.ts'
import { storeFault } from '../store/sqlite-errors.ts'
import type { Store, Writer } from '../store/store.ts'
import { alarmFacts, findAlarm, recordMismatch } from './alarm.ts'
import { type AuditChain, createAuditChain } from './audit-chain.ts'
import { forgetRestoredMark, type Restored, readRestoredMark } from './backup/restored-mark.ts'

import { eachEntryBackwards, findLastEntry } from './chain-store.ts'
import { setBackSince, watchClock } from './clock-jump.ts'
import type { Freshness } from './freshness.ts'
import { Head, type HeadedStore, withHead } from './head.ts'
import { deriveKey } from './keyring.ts'
import type { OpenVault, VaultOptions } from './vault.ts'
import { type KeyLoan, keepWorkerKeys } from './worker-keys.ts'

/** How a vault is entered, and what is to be recorded of it. */
export interface Entering {
  readonly act: 'vault.created' | 'vault.unlocked' | 'vault.recovered'
  /** Wrong guesses in this run of the program since the last opening. */
  readonly wrongGuesses: number
  /** Closes the vault from inside a write that the disk did not confirm; must not throw. */
  stop(): void
}

/**
 * Opens store and files with keys made from `master`, holds the chain against what was last seen of it, and records both the
 * finding and the opening as the first things done. A finding stops nothing: the evidence that is there must be reachable.
 */
export async function enterVault(
  options: VaultOptions,
  storeId: string,
  master: Uint8Array,
  entering: Entering,
): Promise<OpenVault> {
  const { paths, clock, run } = options
  const { act } = entering
  const plain = await enterStore(options, deriveKey(master, storeId, 'store'), act === 'vault.created')
  const head = new Head({
    ...{ path: paths.head, copyFolder: paths.headCopy, storeId, clock, run },
    key: deriveKey(master, storeId, 'head'),
  })
  const audit = createAuditChain({ storeId, ...options })
  const loan = keepWorkerKeys(master, storeId)
  try {
    const restored = await readRestoredMark(paths.root, storeId, loan.lend().backup)
    const untouched = act === 'vault.created' && isUntouched(plain)
    const freshness = head.judge(plain.read, { untouched, restored })
    plain.write((writer) =>
      recordEntering({ audit, writer, options, storeId, entering, freshness, restored }),
    )
    head.begin(plain.read)
    if (restored) await forgetRestoredMark(paths.root)
    const keys = {
      name: deriveKey(master, storeId, 'file-name'),
      content: deriveKey(master, storeId, 'file-content'),
    }
    const files = diskFiles({ folder: paths.files, keys })
    let failure: Fault | undefined
    return openVault({
      storeId,
      store: withHead(plain, head, (fault) => {
        failure ??= fault
        entering.stop()
      }),
      failure: () => failure,
      files,
      audit,
      freshness,
      head,
      loan,
      options,
    })
  } catch (error) {
    head.close(undefined)
    loan.close()
    try {
      plain.close()
    } catch {
      // What went wrong first is what is told.
    }
    throw storeFault(error, options.paths.store)
  }
}

/** Nothing was ever done here but to make it: an earlier attempt may have ended before its head log. */
function isUntouched({ read }: Store): boolean {
  for (const { act } of eachEntryBackwards(read)) if (act !== 'vault.created') return false
  return true
}

interface EnteringRecord {
  audit: AuditChain
  writer: Writer
  options: VaultOptions
  storeId: string
  entering: Entering
  freshness: Freshness
  restored: Restored | undefined
}

function recordEntering({
  audit,
  writer,
  options,
  storeId,
  entering,
  freshness,
  restored,
}: EnteringRecord): void {
  const { act, wrongGuesses } = entering
  const seconds = setBackSince(options.clock, findLastEntry(writer)?.at)
  if (restored) {
    const { backupId, head } = restored
    const facts = { headSeq: head.seq, head: factHash(head.hash) }
    audit.append(writer, { act: 'vault.restored', objectId: backupId, facts })
  }
  const alarm = recordMismatch(audit, writer, storeId, freshness)
  audit.append(writer, { act, objectId: storeId, facts: alarmFacts(alarm) })
  if (wrongGuesses > 0)
    audit.append(writer, { act: 'vault.unlock-failed', objectId: storeId, facts: { count: wrongGuesses } })
  if (seconds < 0) audit.append(writer, { act: 'clock.jumped', objectId: storeId, facts: { seconds } })
}

type Opened = Pick<OpenVault, 'storeId' | 'files' | 'audit' | 'freshness' | 'failure'> & {
  store: HeadedStore
  head: Head
  loan: KeyLoan
  options: VaultOptions
}

function openVault({ head, loan, options, ...opened }: Opened): OpenVault {
  const { storeId, store, files, audit } = opened
  const jump = watchClock(options.clock, options.run)
  let alarm = findAlarm(store.read)
  return {
    ...opened,
    alarm: () => alarm,
    acceptAlarm() {
      if (!alarm) return
      const facts = { alarm: alarm.seq }
      store.write((writer) => {
        audit.append(writer, { act: 'chain.alarm-accepted', objectId: storeId, facts })
      })
      alarm = null
    },
    lendKeys: loan.lend,
    headWithRoot: () => store.headWithRoot(),
    close(confirmed = true) {
      files.close()
      loan.close()
      if (confirmed) recordLocking({ store, audit, storeId, seconds: jump() })
      head.close(confirmed ? store.read : undefined)
      store.close()
    },
  }
}

/** What cannot be recorded any more does not keep the vault open: an opening after an opening tells that it ended so. */
function recordLocking({
  store,
  audit,
  storeId,
  seconds,
}: Pick<OpenVault, 'store' | 'audit' | 'storeId'> & { seconds: number }): void {
  try {
    store.write((writer) => {
      if (seconds !== 0) audit.append(writer, { act: 'clock.jumped', objectId: storeId, facts: { seconds } })
      audit.append(writer, { act: 'vault.locked', objectId: storeId })
    })
  } catch {
    // Nothing is lost but this line.
  }
}

async function enterStore(options: VaultOptions, key: Buffer, create: boolean): Promise<Store> {
  const { paths, migrationsFolder, actor, clock } = options
  const holder = { kind: actor === 'command-line' ? actor : 'window', since: clock.now() } as const
  try {
    refuseUnsafePlace(paths.root)
    return await openStore({ file: paths.store, key, migrationsFolder, create, holder })
  } finally {
    key.fill(0)
  }
}
