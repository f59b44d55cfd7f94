import type { TextReason, TextState } from '@bridge/model/part-text.ts'

/** What became of reading a file for its text. */
export interface PartText {
  readonly state: TextState
  readonly reason: TextReason | null
  readonly text: string
}

/** Some thousand pages; what stands behind is not searched. */
export const TEXT_LENGTH = 2_000_000

export const failed = (reason: TextReason): PartText => ({ state: 'failed', reason, text: '' })
export const none = (reason: TextReason): PartText => ({ state: 'none', reason, text: '' })

/** A text as it was found: without what is no text, and no longer than is searched. */
export function textFound(text: string): PartText {
  const clean = text
    .replaceAll('\0', '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n(?: ?\n)+/g, '\n\n')
    .trim()
  if (clean === '') return none('NO_TEXT')
  if (clean.length <= TEXT_LENGTH) return { state: 'read', reason: null, text: clean }
  return { state: 'read', reason: 'CUT', text: clean.slice(0, TEXT_LENGTH) }
}

/** Gathers text and says when there is enough of it. */
export class TextCollector {
  readonly #pieces: string[] = []
  #length = 0

  add(piece: string): void {
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  get isFull(): boolean {
    return this.#length > TEXT_LENGTH
  }

  get text(): string {
    return this.#pieces.join('')
  }
}
