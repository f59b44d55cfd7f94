import type { Clock } from '../platform/clock.ts'
import { diskFault, Fault } from '../platform/fault.ts'
import type { Run } from '../platform/run.ts'
import { isDiskError } from '../store/sqlite-errors.ts'
import type { Reader, Store } from '../store/store.ts'
import type { Restored } from './backup/restored-mark.ts'
import { eachHash, findEntry, findLastEntry } from './chain-store.ts'
import { type Freshness, judgeFreshness } from './freshness.ts'
import { HeadCopy } from './head-copy.ts'
import { HeadLog, readHeadLog } from './head-log.ts'
import type { HeadRecord } from './head-record.ts'
import { merkleRoot } from './merkle.ts'

/** At the lock the root of a longer chain is left to whoever needs it: nothing waits for it there (2 µs for each entry). */
const MOST_LEAVES_AT_LOCK = 50_000

export interface HeadParts {
  /** The head log beside the store. */
  readonly path: string
  /** Folder of the copy elsewhere, where there is one. */
  readonly copyFolder: string | undefined
  readonly storeId: string
  /** Kept until `close`, which wipes it. */
  readonly key: Buffer
  readonly clock: Clock
  readonly run: Run
}

interface FoundVault {
  /** Nothing was ever done with it but to make it. */
  readonly untouched: boolean
  /** What the mark of a restore says that no opening has recorded yet. */
  readonly restored: Restored | undefined
}

/** The head record of an open vault: how far its chain has come, told outside the database. */
export class Head {
  readonly #parts: HeadParts
  readonly #copy: HeadCopy
  #log: HeadLog | undefined
  #newest: HeadRecord | undefined

  constructor(parts: HeadParts) {
    this.#parts = parts
    this.#copy = new HeadCopy(parts.copyFolder, parts.storeId, parts.key)
  }

  /**
   * Holds the chain against what was last seen of it. Changes nothing. A vault that was just restored from a backup comes with
   * its own head log; the copy elsewhere may be ahead of it, and is left out as long as it is what it was when the backup was
   * restored: the first opening afterwards brings it up, and whoever kept the restored folder cannot put it back unseen.
   */
  judge(reader: Reader, { untouched, restored }: FoundVault): Freshness {
    const chain = {
      seq: findLastEntry(reader)?.seq ?? 0,
      hashAt: (seq: number) => findEntry(reader, seq)?.hash,
      untouched,
    }
    const copy = this.#copy.read()
    const isExcused = copy?.seq === restored?.seen?.seq && copy?.hash === restored?.seen?.hash
    const log = readHeadLog(this.#parts.path, this.#parts.key)
    return judgeFreshness(chain, log, isExcused ? undefined : copy)
  }

  /** Begins to follow the chain from where it stands: what the log and the copy said before is gone from then on. */
  begin(reader: Reader): void {
    const record = this.#recordOf(reader)
    this.#log = new HeadLog(this.#parts.path, this.#parts.key, record)
    this.#newest = record
    this.#copy.keep(record)
  }

  /** Takes room for the next record; before a write, so that a full disk refuses that. Throws `DISK_FULL`. */
  reserve(): void {
    this.#log?.reserve()
  }

  /** Tells of the entries that were added since; durable when this returns. Throws what the operating system says. */
  follow(reader: Reader): void {
    const record = this.#recordOf(reader)
    if (record.seq !== this.#newest?.seq) this.#append(record)
  }

  /** The newest record with the root of the tree over the whole chain. Reads every hash: 2 s for a million entries. */
  rooted(reader: Reader): HeadRecord {
    return { ...this.#recordOf(reader), root: merkleRoot(eachHash(reader)) }
  }

  /** Adds such a record, unless it is there already; durable when this returns. Throws what the operating system says. */
  add(record: HeadRecord): void {
    if (this.#newest?.root !== record.root) this.#append(record)
  }

  /** Ends with one record, with its root where that takes no time. Never throws: the vault is being closed. */
  close(reader: Reader | undefined): void {
    try {
      const record = reader && this.#recordOf(reader)
      const isShort = record && record.seq <= MOST_LEAVES_AT_LOCK
      const last = isShort ? { ...record, root: merkleRoot(eachHash(reader)) } : record
      this.#log?.close(last)
      if (last) this.#copy.keep(last)
    } catch {
      // What was appended stands; the next opening finds it.
    }
    this.#log = undefined
    this.#copy.close()
    this.#parts.key.fill(0)
  }

  #append(record: HeadRecord): void {
    this.#log?.append(record)
    this.#newest = record
    this.#copy.follow(record, this.#parts.run.elapsedMs())
  }

  /** Throws `TypeError` for a chain without entries: one that was entered has some. */
  #recordOf(reader: Reader): HeadRecord {
    const last = findLastEntry(reader)
    if (!last) throw new TypeError('A head of no chain')
    return { v: 1, seq: last.seq, hash: last.hash, root: null, at: this.#parts.clock.now() }
  }
}

/** A store whose head record goes with it. */
export interface HeadedStore extends Store {
  /** As `OpenVault.headWithRoot`. */
  headWithRoot(): HeadRecord
}

/**
 * The store with its head record: a write that added to the chain is acknowledged when its record, too, is on disk. Where the
 * disk does not confirm one of the two, what it holds is no longer known; then `stop` closes the vault and the write throws
 * `DISK_FAILING` (or `DISK_FULL`), and so it is where the log could not be moved: no sync is believed that failed once. The next
 * opening shows what is there.
 */
export function withHead(
  store: Store,
  head: Pick<Head, 'reserve' | 'follow' | 'rooted' | 'add'>,
  stop: (fault: Fault) => void,
): HeadedStore {
  const unconfirmed = (error: unknown): Fault => {
    const known = diskFault(error)
    const fault = known instanceof Fault ? known : new Fault('DISK_FAILING', {}, { cause: error })
    stop(fault)
    return fault
  }
  const unconfirmedByStore = (error: unknown): unknown => (isDiskError(error) ? unconfirmed(error) : error)
  return {
    ...store,
    write(work, ...refused) {
      head.reserve()
      let result: ReturnType<typeof work>
      try {
        result = store.write(work, ...refused)
      } catch (error) {
        throw unconfirmedByStore(error)
      }
      try {
        head.follow(store.read)
      } catch (error) {
        throw unconfirmed(error)
      }
      return result
    },
    headWithRoot() {
      head.reserve()
      const record = head.rooted(store.read)
      try {
        head.add(record)
      } catch (error) {
        throw unconfirmed(error)
      }
      return record
    },
    checkpoint() {
      try {
        store.checkpoint()
      } catch (error) {
        throw unconfirmedByStore(error)
      }
    },
    whileFrozen: (work) =>
      store.whileFrozen(work).catch((error: unknown) => {
        throw unconfirmedByStore(error)
      }),
  }
}
