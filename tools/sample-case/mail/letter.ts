import type { Mailbox } from '../cast.ts'
import type { Charset } from './charsets.ts'
import type { NameStyle } from './entity.ts'
import type { WordStyle } from './header-words.ts'
import type { Program } from './programs.ts'
import type { Transfer } from './transfer.ts'
import type { Written } from './written-time.ts'

/** A paper sent along; `make` gives the same bytes whenever it is called. */
export interface Enclosure {
  readonly name: string
  readonly type: string
  readonly nameStyle?: NameStyle
  readonly contentId?: string
  readonly make: () => Promise<Uint8Array>
}

/** One message of the story as its author knows it; `composeMessage` turns it into bytes. */
export interface Letter {
  /** File name without extension, or the name of its place in an mbox. */
  readonly file: string
  readonly at: Written
  readonly program: Program
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc?: readonly Mailbox[]
  readonly subject: string
  /** What is written above the signature; lines parted by LF. */
  readonly text: string
  readonly charset: Charset
  readonly transfer: Transfer
  /** `alternative` adds HTML made from the text; `only` sends HTML alone. */
  readonly html?: 'none' | 'alternative' | 'only' | { readonly page: string }
  readonly words: WordStyle
  readonly answers?: Letter
  /** Whether the program wrote In-Reply-To and References; webmail sometimes does not. */
  readonly linked?: boolean
  readonly forwards?: Letter
  readonly enclosures?: readonly Enclosure[]
  /** Header lines written raw in this charset, unencoded, as broken gateways leave them. */
  readonly rawHeaders?: Charset
  /** Harm done to the finished bytes on the way. */
  readonly damage?: (bytes: Buffer) => Buffer
}
