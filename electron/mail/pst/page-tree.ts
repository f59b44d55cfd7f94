import type { ByteSource } from '../byte-source.ts'
import type { Layout } from './layout.ts'
import { PstError } from './pst-error.ts'

/** What a page is a piece of (MS-PST 2.2.2.7.1). */
export const TREE = { blocks: 0x80, nodes: 0x81 } as const

/** Trees of honest mailboxes are no deeper, whatever their size. */
const MOST_LEVELS = 8
/** Pages kept in memory: some 2 MiB. */
const PAGES_KEPT = 512

interface Page {
  readonly level: number
  /** Its entries, one behind the other. */
  readonly entries: readonly Buffer[]
}

/** One of the two trees of pages that index a mailbox (MS-PST 2.2.2.7.7): entries by their keys. */
export class PageTree {
  readonly #source: ByteSource
  readonly #layout: Layout
  readonly #type: number
  readonly #top: number
  readonly #kept = new Map<number, Page>()

  constructor(source: ByteSource, layout: Layout, type: number, top: number) {
    this.#source = source
    this.#layout = layout
    this.#type = type
    this.#top = top
  }

  /** The number a word of the format holds; none of an honest mailbox is beyond what a double holds exactly. */
  word(bytes: Buffer, at: number): number {
    return this.#layout.word === 8 ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at)
  }

  /** The entry of that key; null where there is none. @throws PstError DAMAGED */
  find(key: number): Buffer | null {
    let at = this.#top
    for (let level = 0; level <= MOST_LEVELS; level += 1) {
      const page = this.#page(at)
      const entry = page.entries.findLast((each) => this.word(each, 0) <= key)
      if (!entry) return null
      if (page.level === 0) return this.word(entry, 0) === key ? entry : null
      at = this.word(entry, this.#layout.word * 2)
    }
    throw new PstError('DAMAGED')
  }

  /** All entries in the order of their keys. A page that cannot be read is told, and the others are read all the same. */
  *entries(onDamage: () => void): Generator<Buffer, void, undefined> {
    yield* this.#below(this.#top, new Set(), onDamage)
  }

  *#below(at: number, seen: Set<number>, onDamage: () => void): Generator<Buffer, void, undefined> {
    const page = seen.has(at) ? null : this.#pageOrNull(at)
    seen.add(at)
    if (!page) {
      onDamage()
      return
    }
    for (const entry of page.entries) {
      if (page.level === 0) yield entry
      else yield* this.#below(this.word(entry, this.#layout.word * 2), seen, onDamage)
    }
  }

  #pageOrNull(at: number): Page | null {
    try {
      return this.#page(at)
    } catch {
      return null
    }
  }

  #page(at: number): Page {
    const known = this.#kept.get(at)
    if (known) return known
    const page = this.#readPage(at)
    if (this.#kept.size >= PAGES_KEPT) this.#kept.clear()
    this.#kept.set(at, page)
    return page
  }

  #readPage(at: number): Page {
    const { pageBytes, countAt, countBytes, typeAt, word } = this.#layout
    const bytes = this.#source.read(at, pageBytes)
    if (bytes.length < pageBytes || bytes[typeAt] !== this.#type || bytes[typeAt + 1] !== this.#type)
      throw new PstError('DAMAGED')
    const count = bytes.readUIntLE(countAt, countBytes)
    const size = bytes.readUInt8(countAt + 2 * countBytes)
    const level = bytes.readUInt8(countAt + 2 * countBytes + 1)
    if (size < 3 * word || count * size > countAt || level > MOST_LEVELS) throw new PstError('DAMAGED')
    const entries = Array.from({ length: count }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    )
    return { level, entries }
  }
}
