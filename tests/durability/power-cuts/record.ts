import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Note, parseNotes } from '../driver/acknowledged.ts'

/** A file or folder, by a number of its own: the disk uses inode numbers again. */
export type Node = number

/** One thing done to the disk, in the order it was done. `path` is where the thing lay then, from the root of the trial. */
export type Op =
  | { kind: 'write'; path: string; file: Node; at: number; bytes: Buffer }
  | { kind: 'resize'; path: string; file: Node; size: number }
  | { kind: 'sync'; path: string; file: Node }
  | { kind: 'sync-folder'; path: string; folder: Node }
  /** Names that change together or not at all; `to` is undefined where a name goes away. */
  | { kind: 'names'; did: NameDeed; path: string; changes: readonly NameChange[] }
  | { kind: 'note'; path: string; note: Note }

export type NameDeed = 'create' | 'make-folder' | 'rename' | 'link' | 'remove'

export interface NameChange {
  readonly folder: Node
  readonly name: string
  readonly to: Node | undefined
}

/** A folder tree as it lies on a disk: what each file holds, what each folder names. */
export interface Tree {
  readonly root: Node
  readonly files: ReadonlyMap<Node, Buffer>
  readonly folders: ReadonlyMap<Node, ReadonlyMap<string, Node>>
}

/** What a program did to its disk: how it was before, then everything in order. */
export interface DiskRecord {
  readonly before: Tree
  readonly ops: readonly Op[]
}

/** Begins a record: looks at the folder as it is now, and takes the shim's log over once the program has ended. */
export function beginRecord(root: string): { end(log: Buffer): DiskRecord } {
  const names = new Names(root)
  const before = names.tree()
  return { end: (log) => ({ before, ops: [...readLog(log)].flatMap((call) => names.take(call)) }) }
}

/** Kinds as `shim/shim.c` numbers them. */
const KINDS = [
  '',
  'create',
  'write',
  'resize',
  'sync',
  'sync-folder',
  'rename',
  'remove',
  'make-folder',
  'remove',
  'link',
  'note',
] as const

interface Call {
  kind: (typeof KINDS)[number]
  inode: number
  number: number
  a: Buffer
  b: Buffer
}

function* readLog(log: Buffer): Generator<Call> {
  for (let at = 0; at < log.length; ) {
    const length = log.readUInt32LE(at)
    const record = log.subarray(at + 4, at + 4 + length)
    if (record.length < length) throw new RangeError('The record is cut off')
    const split = 21 + record.readUInt32LE(17)
    yield {
      kind: KINDS[record.readUInt8(0)] ?? '',
      inode: Number(record.readBigUInt64LE(1)),
      number: Number(record.readBigUInt64LE(9)),
      a: record.subarray(21, split),
      b: record.subarray(split),
    }
    at += 4 + length
  }
}

/** Follows which name and which inode stand for which node. */
class Names {
  readonly #root: string
  readonly #files = new Map<Node, Buffer>()
  readonly #folders = new Map<Node, Map<string, Node>>()
  readonly #byInode = new Map<number, Node>()
  readonly #pathOf = new Map<Node, string>()
  #last = 0

  constructor(root: string) {
    this.#root = root
    this.#look('')
  }

  tree(): Tree {
    const folders = new Map([...this.#folders].map(([node, names]) => [node, new Map(names)]))
    return { root: this.#nodeAt(''), files: new Map(this.#files), folders }
  }

  take(call: Call): Op[] {
    if (call.kind === 'note')
      return parseNotes(call.a.toString()).map((note) => ({ kind: 'note', path: '', note }))
    if (call.kind === 'write' || call.kind === 'resize' || call.kind === 'sync') return [this.#data(call)]
    if (call.kind === 'sync-folder') {
      const folder = this.#nodeOf(call.inode)
      return [{ kind: 'sync-folder', folder, path: this.#pathOf.get(folder) ?? '' }]
    }
    return [this.#rename(call)]
  }

  #data({ kind, inode, number, b }: Call): Op {
    const file = this.#nodeOf(inode)
    const path = this.#pathOf.get(file) ?? ''
    if (kind === 'write') return { kind, path, file, at: number, bytes: Buffer.from(b) }
    return kind === 'resize' ? { kind, path, file, size: number } : { kind: 'sync', path, file }
  }

  #rename({ kind, inode, a, b }: Call): Op {
    const [from, to] = [this.#inside(a), this.#inside(b)]
    if (kind === 'create' || kind === 'make-folder') {
      const node = this.#add(inode, from, kind === 'make-folder')
      return this.#change(kind, from, [{ ...this.#place(from), to: node }])
    }
    const node = this.#nodeAt(from)
    if (kind === 'remove') return this.#change('remove', from, [{ ...this.#place(from), to: undefined }])
    this.#pathOf.set(node, to)
    const gone = kind === 'rename' ? [{ ...this.#place(from), to: undefined }] : []
    return this.#change(kind === 'rename' ? 'rename' : 'link', to, [
      ...gone,
      { ...this.#place(to), to: node },
    ])
  }

  #change(did: NameDeed, path: string, changes: NameChange[]): Op {
    for (const { folder, name, to } of changes) {
      const names = this.#folders.get(folder)
      if (to === undefined) names?.delete(name)
      else names?.set(name, to)
    }
    return { kind: 'names', did, path, changes }
  }

  #look(path: string): Node {
    const full = join(this.#root, path)
    const status = lstatSync(full)
    const node = this.#add(status.ino, path, status.isDirectory())
    if (!status.isDirectory()) this.#files.set(node, readFileSync(full))
    else
      for (const name of readdirSync(full)) this.#folders.get(node)?.set(name, this.#look(join(path, name)))
    return node
  }

  #add(inode: number, path: string, isFolder: boolean): Node {
    this.#last += 1
    this.#byInode.set(inode, this.#last)
    this.#pathOf.set(this.#last, path)
    if (isFolder) this.#folders.set(this.#last, new Map())
    return this.#last
  }

  #inside(path: Buffer): string {
    return path.toString().slice(this.#root.length + 1)
  }

  #nodeOf(inode: number): Node {
    const node = this.#byInode.get(inode)
    if (node === undefined) throw new RangeError('A file that nobody made')
    return node
  }

  #nodeAt(path: string): Node {
    let node: Node = 1
    for (const name of path.split('/').filter(Boolean)) {
      const next = this.#folders.get(node)?.get(name)
      if (next === undefined) throw new RangeError(`Nothing has the name ${path}`)
      node = next
    }
    return node
  }

  #place(path: string): { folder: Node; name: string } {
    const folder = dirname(path)
    return { folder: this.#nodeAt(folder === '.' ? '' : folder), name: basename(path) }
  }
}
