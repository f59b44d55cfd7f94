import type { Step } from '../driver/steps.ts'
import type { Node, Op } from './record.ts'

/** A durability bug as it would show on the disk: the steps that meet it, and what it does to a record of them. */
interface Bug {
  readonly steps: readonly Step[]
  readonly plant: (ops: readonly Op[]) => readonly Op[]
}

const IMPORTS: readonly Step[] = ['import', 'import', 'import']
const EXPORTS: readonly Step[] = ['export-folder', 'export-folder']
const KEYS: readonly Step[] = ['passphrase', 'lock', 'passphrase', 'lock']
const LOCKS: readonly Step[] = ['import', 'lock', 'import', 'lock']

const WAL = 'vault/store.db-wal'
const DATABASE = 'vault/store.db'

const isBlob = ({ path }: Op): boolean => path.startsWith('vault/files/')
const isStored = (op: Op): boolean => isBlob(op) || op.path === 'vault/files'
const isSyncOf =
  (path: string) =>
  (op: Op): boolean =>
    op.kind === 'sync' && op.path === path
const without =
  (isDropped: (op: Op) => boolean) =>
  (ops: readonly Op[]): readonly Op[] =>
    ops.filter((op) => !isDropped(op))

/**
 * The bugs that the power cuts must catch: each is one mistake somebody could make in the program tomorrow. They are
 * planted in the record, so that the program itself needs no switch for them.
 */
export const BUGS = {
  'originals are not synced': { steps: IMPORTS, plant: without((op) => op.kind === 'sync' && isBlob(op)) },
  'the folder of originals is not synced': {
    steps: IMPORTS,
    plant: without((op) => op.kind === 'sync-folder' && op.path === 'vault/files'),
  },
  'originals are synced after their rows': {
    steps: IMPORTS,
    plant: (ops) => afterRows(ops, (op) => op.kind === 'sync'),
  },
  'rows are written before their originals': { steps: IMPORTS, plant: (ops) => afterRows(ops, () => true) },
  'an import is acknowledged before its rows are committed': { steps: IMPORTS, plant: acknowledgedEarly },
  'synchronous is NORMAL': { steps: IMPORTS, plant: syncedAtCheckpoints },
  'synchronous is OFF': {
    steps: LOCKS,
    plant: without((op) => isSyncOf(WAL)(op) || isSyncOf(DATABASE)(op)),
  },
  'a checkpoint does not sync the database': { steps: LOCKS, plant: without(isSyncOf(DATABASE)) },
  'the name of the write-ahead log is not synced': {
    steps: IMPORTS,
    plant: without((op) => op.kind === 'sync-folder' && op.path === 'vault'),
  },
  'the head record is written before the commit': { steps: IMPORTS, plant: headsEarly },
  'the keyring is not synced': { steps: KEYS, plant: (ops) => unsyncedAs(ops, 'vault/keyring.json') },
  'the name of a new keyring is not synced': {
    steps: KEYS,
    plant: without((op) => op.kind === 'sync-folder' && op.path === 'vault'),
  },
  'the files of an export are not synced': {
    steps: EXPORTS,
    plant: without((op) => op.kind === 'sync' && op.path.startsWith('exports/')),
  },
  'an export is in its place before its files': { steps: EXPORTS, plant: placedEarly },
} as const satisfies Record<string, Bug>

export type BugName = keyof typeof BUGS

export const plant = (name: BugName, ops: readonly Op[]): readonly Op[] => BUGS[name].plant(ops)

/** Drops every sync of a file that is later renamed to `path`. */
function unsyncedAs(ops: readonly Op[], path: string): readonly Op[] {
  const nodes = new Set<Node | undefined>(
    ops.flatMap((op) =>
      op.kind === 'names' && op.did === 'rename' && op.path === path ? [op.changes.at(-1)?.to] : [],
    ),
  )
  return ops.filter((op) => op.kind !== 'sync' || !nodes.has(op.file))
}

/** Between two acknowledgements, moves what is done to originals behind everything else. */
function afterRows(ops: readonly Op[], isMoved: (op: Op) => boolean): readonly Op[] {
  const moved: Op[] = []
  return ops.flatMap((op) => {
    if (op.kind === 'note') return [...moved.splice(0), op]
    if (!isBlob(op) || !isMoved(op)) return [op]
    moved.push(op)
    return []
  })
}

/** Moves each acknowledgement right behind the storing of the originals, in front of the commit of their rows. */
function acknowledgedEarly(ops: readonly Op[]): readonly Op[] {
  const early = [...ops]
  for (const note of ops.filter((op) => op.kind === 'note')) {
    const at = early.indexOf(note)
    early.splice(at, 1)
    early.splice(early.slice(0, at).findLastIndex(isStored) + 1, 0, note)
  }
  return early
}

/** Moves what is done to the head log in front of the commit that it tells of. */
function headsEarly(ops: readonly Op[]): readonly Op[] {
  const commit: Op[] = []
  return [...ops, undefined].flatMap((op) => {
    if (op && (op.path === WAL || op.path === DATABASE)) {
      commit.push(op)
      return []
    }
    if (op && op.path === 'vault/head.log' && (op.kind === 'write' || op.kind === 'sync')) return [op]
    return [...commit.splice(0), ...(op ? [op] : [])]
  })
}

/** As SQLite does with `synchronous = NORMAL`: the log is synced only right before it is moved into the database. */
function syncedAtCheckpoints(ops: readonly Op[]): readonly Op[] {
  const next = (from: number): Op | undefined =>
    ops.slice(from).find((op) => op.kind === 'write' && (op.path === WAL || op.path === DATABASE))
  return ops.filter((op, at) => !isSyncOf(WAL)(op) || next(at + 1)?.path === DATABASE)
}

/** Moves the renaming of each export folder to where its draft is made. */
function placedEarly(ops: readonly Op[]): readonly Op[] {
  const placed = [...ops]
  for (const rename of ops) {
    if (rename.kind !== 'names' || rename.did !== 'rename' || !rename.path.startsWith('exports/')) continue
    const at = placed.indexOf(rename)
    const draft = rename.changes.at(-1)?.to
    const made = placed.findIndex(
      (op) => op.kind === 'names' && op.did === 'make-folder' && op.changes[0]?.to === draft,
    )
    // With it goes the removal of the place-holder, right in front of it.
    placed.splice(made + 1, 0, ...placed.splice(at - 1, 2))
  }
  return placed
}
