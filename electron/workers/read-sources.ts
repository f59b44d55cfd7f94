import type { SkipReason } from '@bridge/model/message.ts'
import type { ReadResult } from '../mail/read-message.ts'
import { type ItemPlace, type SourceFile, WHOLE } from '../mail/source-file.ts'
import type { ItemForm } from '../mail/sources/found.ts'
import { PieceCollector } from './byte-pieces.ts'
import { type MailLink, openMailLink } from './mail-link.ts'
import type { FromMailWorker } from './mail-protocol.ts'
import type { WorkerEnd } from './worker-link.ts'
import type { StartWorker } from './worker-process.ts'

/** Where a thing came from: the source, as people know it, and its place in it. */
export type Origin = Omit<ItemPlace, 'below'> & { sourceName: string }

/** One thing found in the sources: a message or document with its bytes, read or not, or a file that gave none. */
export type SourceItem =
  | (Origin & {
      kind: 'message'
      form: ItemForm
      bytes: Buffer
      /** Of `bytes`, taken before anything was parsed. */
      sha256: string
      reading: ReadResult
      /** What its mailbox says of it: labels as they stand, flags as IMAP names them. */
      labels: readonly string[]
    })
  | (Origin & { kind: 'skipped'; reason: SkipReason })

export interface ReadSourcesOptions {
  /** Ends the reading; the promise rejects with the signal's reason. */
  signal?: AbortSignal
  /** Called once, when it is known what there is to read. */
  onPlan?(plan: { sources: number; bytes: number }): void
  /** Called for each item in order and awaited before more is taken in. `doneBytes` counts towards the plan's bytes. */
  onItem(item: SourceItem, doneBytes: number): Promise<void> | void
}

/** Sources the worker is told of ahead, so that it never waits for main. */
const AHEAD = 32

/** The thing the worker is at. */
interface OpenItem {
  place: ItemPlace
  form: ItemForm
  sha256: string
  pieces: PieceCollector
}

/** Sources that hold more than one thing: behind one that breaks the worker there may be others. */
const HOLDS_MANY: ReadonlySet<SourceFile['kind']> = new Set(['mbox', 'pst', 'zip'])

const originOf = (source: SourceFile, { below, ...place }: ItemPlace): Origin => ({
  ...place,
  sourceName: below === '' ? source.name : `${source.name}/${below}`,
})

class Session {
  readonly #startWorker: StartWorker
  readonly #readMs: number
  readonly #options: ReadSourcesOptions
  #link: MailLink
  #sources: SourceFile[] = []
  /** The source the worker is at, how many have been told to it, what of the present one is already delivered, and its bytes. */
  #at = 0
  #told = 0
  #delivered = 0
  #deliveredBytes = 0
  #finishedBytes = 0
  #open: OpenItem | null = null
  /** What is being taken out of its source, before its bytes are here. */
  #opening: ItemPlace | null = null
  /** Messages the present worker has given; what it kept of them can be what the next one lacks. */
  #given = 0
  /** When the message that is whole must have been read, on the clock of `performance`, milliseconds. */
  #dueMs = 0

  constructor(startWorker: StartWorker, readMs: number, options: ReadSourcesOptions) {
    this.#startWorker = startWorker
    this.#readMs = readMs
    this.#options = options
    this.#link = openMailLink(startWorker)
  }

  async run(paths: readonly string[]): Promise<void> {
    const { signal, onPlan } = this.#options
    const stop = (): void =>
      this.#link.stop(signal?.reason instanceof Error ? signal.reason : new Error('Stopped'))
    signal?.addEventListener('abort', stop, { once: true })
    try {
      signal?.throwIfAborted()
      await this.#list(paths)
      onPlan?.({
        sources: this.#sources.length,
        bytes: this.#sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      })
      while (this.#at < this.#sources.length) {
        signal?.throwIfAborted()
        await this.#step()
      }
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#link.kill()
    }
  }

  async #list(paths: readonly string[]): Promise<void> {
    this.#link.post({ type: 'list', paths: [...paths] })
    for (;;) {
      const event = await this.#link.next()
      if (!('said' in event) || event.said.type !== 'listed') throw new Error('LISTING_FAILED')
      this.#sources.push(...event.said.sources)
      if (event.said.last) return
    }
  }

  async #step(): Promise<void> {
    const source = this.#sources[this.#at]
    if (!source) return
    if (source.skipped !== null) {
      await this.#deliverSkipped(source, WHOLE, source.skipped)
      this.#nextSource(source)
      return
    }
    this.#tellAhead()
    const event = await this.#link.next(this.#msLeft())
    if ('said' in event) await this.#hear(source, event.said)
    else await this.#replaceWorker(source, 'ended' in event ? event.ended : 'TOOK_TOO_LONG')
  }

  /** A piece at a time may take long on a busy computer; the reading of the whole may not, whatever the worker says. */
  #msLeft(): number | undefined {
    if (!this.#open && !this.#opening) return undefined
    return this.#dueMs === 0 ? this.#readMs : Math.max(0, this.#dueMs - performance.now())
  }

  #begin(open: OpenItem): void {
    this.#opening = null
    this.#open = open
    this.#dueMs = open.pieces.complete ? performance.now() + this.#readMs : 0
  }

  #continue(piece: Uint8Array): void {
    if (!this.#open) return
    this.#open.pieces.add(piece)
    if (this.#open.pieces.isOverrun) this.#link.distrust()
    else if (this.#open.pieces.complete) this.#dueMs = performance.now() + this.#readMs
  }

  #tellAhead(): void {
    for (this.#told = Math.max(this.#told, this.#at); this.#told < this.#at + AHEAD; this.#told += 1) {
      const source = this.#sources[this.#told]
      if (!source) return
      const skipItems = this.#told === this.#at ? this.#delivered : 0
      if (source.skipped === null) this.#link.post({ type: 'read', source, skipItems })
    }
  }

  async #hear(source: SourceFile, said: FromMailWorker): Promise<void> {
    switch (said.type) {
      case 'opening':
        this.#opening = said.place
        this.#dueMs = performance.now() + this.#readMs
        break
      case 'item':
        this.#begin({ ...said, pieces: new PieceCollector(said.sizeBytes, said.piece) })
        break
      case 'more':
        this.#continue(said.piece)
        break
      case 'reading':
        await this.#deliver(source, said.reading, said.labels)
        break
      case 'skipped':
        await this.#deliverSkipped(source, said.place, said.reason)
        break
      case 'sourceDone':
        this.#nextSource(source)
        break
      default:
        this.#link.distrust()
    }
  }

  async #deliver(source: SourceFile, reading: ReadResult, labels: readonly string[]): Promise<void> {
    const bytes = this.#open?.pieces.complete
    if (!this.#open || !bytes) return this.#link.distrust()
    const { place, form, sha256 } = this.#open
    this.#open = null
    this.#delivered += 1
    this.#given += 1
    this.#deliveredBytes += bytes.length
    const item: SourceItem = {
      kind: 'message',
      ...originOf(source, place),
      form,
      bytes,
      sha256,
      reading,
      labels,
    }
    await this.#options.onItem(item, this.#finishedBytes + this.#bytesDone(source))
    this.#link.post({ type: 'credit', bytes: bytes.length })
  }

  /** How far the present source is: what was taken out of an archive may be more than the archive. */
  #bytesDone({ sizeBytes }: SourceFile): number {
    return Math.min(this.#deliveredBytes, sizeBytes)
  }

  async #deliverSkipped(source: SourceFile, place: ItemPlace, reason: SkipReason): Promise<void> {
    this.#opening = null
    this.#delivered += 1
    await this.#options.onItem(
      { kind: 'skipped', ...originOf(source, place), reason },
      this.#finishedBytes + (HOLDS_MANY.has(source.kind) ? this.#bytesDone(source) : source.sizeBytes),
    )
  }

  #nextSource(source: SourceFile): void {
    this.#finishedBytes += source.sizeBytes
    this.#at += 1
    this.#delivered = 0
    this.#deliveredBytes = 0
  }

  /**
   * The message that broke the worker is delivered unread; where none had come out of the source, the source is named. One
   * that ran out of memory behind others is tried once more, in a worker that has read nothing yet.
   */
  async #replaceWorker(source: SourceFile, reason: WorkerEnd | 'TOOK_TOO_LONG'): Promise<void> {
    this.#link.kill()
    this.#link = openMailLink(this.#startWorker)
    const isRetried = reason === 'OUT_OF_MEMORY' && this.#given > 0
    this.#given = 0
    if (isRetried) {
      this.#open = null
      this.#opening = null
      this.#told = this.#at
      return
    }
    const isHere = this.#open !== null && this.#open.pieces.complete !== null
    const place = this.#open?.place ?? this.#opening
    if (isHere) await this.#deliver(source, { ok: false, reason }, [])
    else await this.#deliverSkipped(source, place ?? WHOLE, 'UNREADABLE')
    this.#open = null
    // Where nobody knows at what it broke, the next worker would break at it again.
    if (!HOLDS_MANY.has(source.kind) || place === null) this.#nextSource(source)
    this.#told = this.#at
  }
}

/**
 * Reads everything below the chosen paths in a worker of its own and delivers it in order. A message that breaks the worker
 * or takes longer than `readMs` is delivered with its bytes and the reason, and reading goes on behind it.
 */
export function readSources(
  startWorker: StartWorker,
  readMs: number,
  paths: readonly string[],
  options: ReadSourcesOptions,
): Promise<void> {
  return new Session(startWorker, readMs, options).run(paths)
}
