import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { Fault } from '../platform/fault.ts'
import { closeConnection } from './connect.ts'
import * as schema from './schema/index.ts'
import { sqliteCode, storeFault } from './sqlite-errors.ts'

type Db = BetterSQLite3Database<typeof schema>

/** The right to read, and nothing more: a statement that would write is refused when it is prepared. */
export type Reader = Pick<Db, 'select' | 'selectDistinct' | 'query' | '$count' | '$with' | 'all' | 'get'>

const writing = Symbol('inside store.write')

/** The right to write. It exists only inside `Store.write`, and is dead when that returns. */
export type Writer = Reader & Pick<Db, 'insert' | 'update' | 'delete' | 'run'> & { readonly [writing]: true }

type Refused<T> = [Extract<T, PromiseLike<unknown>>] extends [never] ? [] : ['a write is synchronous']

/** The open database. One process, one connection. */
export interface Store {
  readonly read: Reader
  /**
   * Runs `work` in one immediate transaction: all of it is on disk when this returns, or none of it. Awaiting inside
   * does not compile. Throws what `work` throws, `DISK_FULL`, or `STORE_DAMAGED`; then nothing was written. After `DISK_FAILING`
   * only the next opening shows what was.
   */
  write<T>(work: (writer: Writer) => T, ...refused: Refused<T>): T
  /**
   * Moves the write-ahead log into the file and leaves the file alone until `work` has ended: all that time it is, on disk, the
   * whole and consistent database of the moment `work` was called in, while writing goes on into the log. What `work` reads
   * before it first awaits is of that very moment. Throws `TypeError` while another such work runs.
   */
  whileFrozen<T>(work: () => Promise<T>): Promise<T>
  /**
   * Moves the write-ahead log into the file and empties it, at the end of a batch: damage to the log can take nothing of it
   * along then. Waits for the disk. Does nothing while the file is frozen. Throws `DISK_FULL` or `DISK_FAILING`.
   */
  checkpoint(): void
  /** As `closeConnection`; from then on everything throws `VAULT_LOCKED`. */
  close(): void
}

/** The store over an open connection; `openStore` is how the app comes by one. */
export function createStore(raw: Database.Database): Store {
  let inside = false
  let frozen = false
  const read: Reader = drizzle(guarded(raw, refuseWriting), { schema })
  const writer: Writer = Object.assign(
    drizzle(
      guarded(raw, () => {
        if (!inside) throw new TypeError('A writer is dead outside its transaction')
      }),
      { schema },
    ),
    { [writing]: true as const },
  )
  return {
    read,
    write<T>(work: (writer: Writer) => T, ..._refused: Refused<T>): T {
      if (inside) throw new TypeError('A write inside a write: pass the writer on instead')
      refuseClosed(raw)
      inside = true
      try {
        const result = raw.transaction(() => work(writer)).immediate()
        if (!frozen) shortenLog(raw)
        return result
      } catch (error) {
        throw storeFault(error, raw.name)
      } finally {
        inside = false
      }
    },
    async whileFrozen<T>(work: () => Promise<T>): Promise<T> {
      refuseClosed(raw)
      if (frozen) throw new TypeError('The file is frozen already')
      if (!moveLog(raw)) throw new Fault('STORE_BUSY')
      frozen = true
      try {
        return await work()
      } finally {
        frozen = false
      }
    },
    checkpoint() {
      refuseClosed(raw)
      if (!frozen) moveLog(raw)
    },
    close: () => closeConnection(raw),
  }
}

/** What SQLite by itself would leave in the log: a thousand pages. */
const LONG_LOG_BYTES = 1_000 * 4_096

/** Moves the log into the file; false where a read under way kept it from being moved whole. */
function moveLog(raw: Database.Database): boolean {
  try {
    const [outcome] = raw.prepare<[], { busy: number }>('pragma wal_checkpoint(TRUNCATE)').all()
    return outcome?.busy === 0
  } catch (error) {
    throw storeFault(error, raw.name)
  }
}

/** Moves a log that has become long. What was written is durable without it, so a full disk only leaves it for another time. */
function shortenLog(raw: Database.Database): void {
  const { size } = statSync(`${raw.name}-wal`, { throwIfNoEntry: false }) ?? { size: 0 }
  if (size < LONG_LOG_BYTES) return
  try {
    moveLog(raw)
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_FULL') throw error
  }
}

function refuseClosed(raw: Database.Database): void {
  if (!raw.open) throw new Fault('VAULT_LOCKED')
}

function refuseWriting(statement: Database.Statement): void {
  if (!statement.readonly) throw new TypeError('A reader cannot write')
}

/** Compiling a statement costs as much as running a small one; an import repeats a dozen of them for each message. */
const KEPT_STATEMENTS = 200

/**
 * The connection as drizzle sees it: a statement is compiled once and `check` is called before each use. The one not used
 * for longest goes first when there are too many.
 */
function guarded(raw: Database.Database, check: (statement: Database.Statement) => void): Database.Database {
  const kept = new Map<string, Database.Statement>()
  const prepare = (source: string): Database.Statement => {
    refuseClosed(raw)
    const statement = kept.get(source) ?? raw.prepare(source)
    check(statement)
    if (statement.reader) statement.raw(false) // as new: drizzle asks for raw rows each time it wants them
    kept.delete(source)
    kept.set(source, statement)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return new Proxy(raw, { get: (target, name) => (name === 'prepare' ? prepare : Reflect.get(target, name)) })
}
