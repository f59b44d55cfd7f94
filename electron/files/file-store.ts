/** Something to keep: the bytes, and their SHA-256 as lower-case hex. */
export interface NewFile {
  readonly sha256: string
  /** What it is called where it comes from: kept encrypted beside the bytes, so that a salvage can name them. */
  readonly sourceName?: string
  readonly bytes: Uint8Array
}

/** A file that is there. `sha256` is undefined where its label does not open: the file is damaged. */
export interface StoredFile {
  /** What it is called on disk; tells nothing of what is inside. */
  readonly name: string
  readonly sha256: string | undefined
}

/**
 * Files by the digest of what is in them: the same bytes are kept once, and what is kept never changes.
 * After `close` every call throws `VAULT_LOCKED`; work under way finishes.
 */
export interface FileStore {
  /**
   * Keeps the bytes; when this returns they survive a power cut. What is there under the digest is opened first, and written
   * anew where it is not whole: so a damaged file heals when its bytes come in again. Bytes that are not those of the digest are refused with a
   * `TypeError`. Throws `DISK_FULL`, and leaves nothing half-written.
   */
  put(file: NewFile): Promise<void>
  /**
   * `put` for many, with fewer waits for the disk. Gives the digests of those that were not there, or not whole, and were
   * written now. After a failure some may be kept; to repeat is safe.
   */
  putMany(files: readonly NewFile[]): Promise<string[]>
  /** All the bytes, every chunk and the digest verified. Throws `FILE_MISSING` or `FILE_DAMAGED`, and then gives none. */
  get(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** Every file that is there, in no order; opens labels, not contents. */
  list(): AsyncIterable<StoredFile>
  /**
   * Removes what a crash left half-written, in the vault's folder too, and sets files aside that none of the digests `known`
   * stands for and that have lain there for a day; what is needed again later is simply kept anew. Nothing is put meanwhile.
   */
  sweep(known: Iterable<string>): Promise<{ readonly removed: number; readonly quarantined: number }>
  /** Every file that was ever set aside, as `list` gives them. */
  listQuarantined(): AsyncIterable<StoredFile>
  close(): void
}
