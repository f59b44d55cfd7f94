import type { SkipReason } from '@bridge/model/message.ts'
import { mailLimits } from '../limits.ts'
import type { ZipMember } from '../zip/open-zip.ts'

/** What an archive has cost so far, and those in it with it. */
export class ArchiveBudget {
  readonly #packedBytes: number
  #files = 0
  #bytes = 0

  constructor(packedBytes: number) {
    this.#packedBytes = packedBytes
  }

  /** Counts one more file; gives why it is too much, null where it is not. */
  take({ sizeBytes }: ZipMember): SkipReason | null {
    this.#files += 1
    this.#bytes += sizeBytes
    if (this.#files > mailLimits.archiveFiles) return 'TOO_MANY_FILES'
    const most = Math.max(mailLimits.archiveFreeBytes, this.#packedBytes * mailLimits.archiveRatio)
    return this.#bytes > Math.min(most, mailLimits.archiveBytes) ? 'BOMB' : null
  }
}
