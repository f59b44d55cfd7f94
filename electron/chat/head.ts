import type { Moment } from './written-moment.ts'

/** Where a line of the chat begins: when, who, and what stands behind on the same physical line. */
export interface Head {
  /** The time as written; null in a format without. */
  raw: string | null
  moment: Moment | null
  speaker: string | null
  text: string
}

/** What a physical line of a text is: a new line of the chat, a divider between days, or null, which goes on with the one before. */
export type HeadReader = (line: string) => Head | 'divider' | null

/** No name is longer; it also bounds what a search for its end may cost. */
export const NAME_LENGTH = 64
