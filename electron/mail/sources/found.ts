import type { SkipReason } from '@bridge/model/message.ts'
import type { ByteSource } from '../byte-source.ts'
import type { ItemPlace, SourceFile } from '../source-file.ts'
import type { ArchiveBudget } from './archive-budget.ts'

/** What a thing is taken for: a message, or a document that stands for itself. */
export type ItemForm = 'mail' | 'document'

/** A thing found in a source and not opened yet, or what is left out and why. */
export type Found =
  | { readonly place: ItemPlace; readonly skipped: SkipReason }
  | {
      readonly place: ItemPlace
      readonly form: ItemForm
      /** Its bytes, or why it is left out after all. `expect` is told what they may take, before they do. */
      open(expect: (sizeBytes: number) => void): Promise<Buffer | SkipReason>
    }

/** Bytes that lie somewhere: a file, or a file of an archive. */
export interface Content {
  /** Its name, with the folders above it. */
  readonly name: string
  readonly sizeBytes: number
  stream(): AsyncIterable<Uint8Array>
  bytes(): Promise<Buffer>
  /** To be closed by whoever asks for it. */
  random(): Promise<ByteSource>
}

/** What a source is, and where it stands: below the file it was taken out of, or that file itself. */
export interface Walked {
  readonly kind: SourceFile['kind']
  readonly content: Content
  readonly place: ItemPlace
  /** Archives within archives above this. */
  readonly depth: number
  /** What the outermost archive may still cost; null outside of any. */
  readonly budget: ArchiveBudget | null
}
