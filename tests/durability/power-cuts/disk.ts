import type { Seeded } from '../seeded.ts'
import type { Node, Op, Tree } from './record.ts'

/**
 * What a file system promises of what was not synced when the power went.
 *
 * `ordered`, as ext4 with its defaults: names change in the order they were changed, and every sync makes all earlier
 * changes of names last; a file grows in the order it was written, but what overwrites may be there in part.
 * `minimal`, as POSIX: only what was synced is there, each file and each folder for itself; of the rest any part, in any
 * order, sector by sector.
 */
export type Model = 'ordered' | 'minimal'

/** A sector is on the disk whole or not at all. */
const SECTOR = 512

type Change = { at: number; bytes: Buffer } | { size: number }

interface File {
  /** What is certainly there. */
  bytes: Buffer
  /** What was done since. */
  pending: Change[]
}

type NamesOp = Extract<Op, { kind: 'names' }>

/** A disk under a record: what is certainly on it, and what may be. */
export class Disk {
  readonly #model: Model
  readonly #root: Node
  readonly #files = new Map<Node, File>()
  readonly #folders = new Map<Node, Map<string, Node>>()
  #pending: NamesOp[] = []

  constructor(before: Tree, model: Model) {
    this.#model = model
    this.#root = before.root
    for (const [node, bytes] of before.files) this.#files.set(node, { bytes, pending: [] })
    for (const [node, names] of before.folders) this.#folders.set(node, new Map(names))
  }

  do(op: Op): void {
    if (op.kind === 'write') this.#file(op.file).pending.push({ at: op.at, bytes: op.bytes })
    if (op.kind === 'resize') this.#file(op.file).pending.push({ size: op.size })
    if (op.kind === 'sync') this.#sync(op.file)
    if (op.kind === 'sync-folder') this.#syncFolder(op.folder)
    if (op.kind === 'names') this.#pending.push(op)
  }

  /** The disk after a power cut at this moment: one of the many states that it may be in. Changes nothing here. */
  cut(random: Seeded): Tree {
    // All of what was pending, none of it, or a part: each is a state that real disks are found in.
    const share = random.pick([0, 0.2, 0.5, 0.8, 1])
    const folders = new Map([...this.#folders].map(([node, names]) => [node, new Map(names)]))
    for (const op of this.#survivors(random, share)) apply(folders, op)
    const files = new Map<Node, Buffer>()
    for (const [node, file] of this.#files) files.set(node, this.#contents(file, random, share))
    return { root: this.#root, files, folders }
  }

  #file(node: Node): File {
    const found = this.#files.get(node)
    if (found) return found
    const made: File = { bytes: Buffer.alloc(0), pending: [] }
    this.#files.set(node, made)
    return made
  }

  #sync(node: Node): void {
    const file = this.#file(node)
    file.bytes = file.pending.reduce(changed, file.bytes)
    file.pending = []
    if (this.#model === 'ordered') this.#keepNames(() => true)
  }

  #syncFolder(folder: Node): void {
    this.#keepNames(
      this.#model === 'ordered'
        ? () => true
        : ({ changes }) => changes.some((change) => change.folder === folder),
    )
  }

  #keepNames(isKept: (op: NamesOp) => boolean): void {
    const waiting: NamesOp[] = []
    for (const op of this.#pending)
      if (isKept(op)) apply(this.#folders, op)
      else waiting.push(op)
    this.#pending = waiting
  }

  #survivors(random: Seeded, share: number): readonly NamesOp[] {
    if (this.#model === 'minimal') return this.#pending.filter(() => random.chance(share))
    const last =
      share === 0 || share === 1 ? share * this.#pending.length : random.whole(this.#pending.length + 1)
    return this.#pending.slice(0, last)
  }

  #contents(file: File, random: Seeded, share: number): Buffer {
    if (file.pending.length === 0 || share === 0) return file.bytes
    if (share === 1 && random.chance(0.5)) return file.pending.reduce(changed, file.bytes)
    return this.#model === 'ordered' ? inOrder(file, random, share) : inAnyOrder(file, random, share)
  }
}

function apply(folders: Map<Node, Map<string, Node>>, { did, changes }: NamesOp): void {
  for (const { folder, name, to } of changes) {
    if (did === 'make-folder' && to !== undefined && !folders.has(to)) folders.set(to, new Map())
    const names = folders.get(folder) ?? new Map<string, Node>()
    folders.set(folder, names)
    if (to === undefined) names.delete(name)
    else names.set(name, to)
  }
}

/** The file after one whole change. A new buffer: those before it may be part of other states. */
function changed(before: Buffer, change: Change): Buffer {
  if ('size' in change) {
    const sized = Buffer.alloc(change.size)
    before.copy(sized, 0, 0, change.size)
    return sized
  }
  const after = Buffer.alloc(Math.max(before.length, change.at + change.bytes.length))
  before.copy(after)
  change.bytes.copy(after, change.at)
  return after
}

/** Growing and shrinking up to some moment, the last growth torn; of what overwrites, any sectors. */
function inOrder({ bytes, pending }: File, random: Seeded, share: number): Buffer {
  const until = random.whole(pending.length + 1)
  let now = bytes
  for (const change of pending.slice(0, until)) {
    const overwrites = 'bytes' in change && change.at + change.bytes.length <= bytes.length
    now = overwrites ? torn(now, change, () => random.chance(share)) : changed(now, change)
  }
  const next = pending[until]
  if (!next || 'size' in next || !random.chance(0.5)) return now
  const kept = random.whole(Math.ceil(next.bytes.length / SECTOR) + 1) * SECTOR
  return changed(now, { at: next.at, bytes: next.bytes.subarray(0, kept) })
}

/** Any sectors of any writes; a file that grew may have the length without the contents, or end after any sector. */
function inAnyOrder({ bytes, pending }: File, random: Seeded, share: number): Buffer {
  let now = bytes
  for (const change of pending)
    if ('size' in change) now = random.chance(share) ? changed(now, change) : now
    else now = torn(now, change, () => random.chance(share))
  if (now.length <= bytes.length || !random.chance(0.3)) return now
  const cut = bytes.length + random.whole(now.length - bytes.length + 1)
  return now.subarray(0, Math.max(bytes.length, cut - (cut % SECTOR)))
}

function torn(before: Buffer, { at, bytes }: { at: number; bytes: Buffer }, isKept: () => boolean): Buffer {
  let now: Buffer | undefined
  for (let start = 0; start < bytes.length; ) {
    const end = Math.min(bytes.length, start + SECTOR - ((at + start) % SECTOR))
    if (isKept()) {
      now ??= changed(before, { size: Math.max(before.length, at + bytes.length) })
      bytes.copy(now, at + start, start, end)
    }
    start = end
  }
  return now ?? before
}
