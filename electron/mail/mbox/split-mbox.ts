import { findQuoting, unquote } from './quoting.ts'
import { splitRaw } from './split-raw.ts'

/** One message of a mailbox file. */
export interface MboxMessage {
  /** As it was before it was put into the mailbox: without `From ` line and quoting marks, line ends untouched. */
  bytes: Buffer
  /** Where its first header line starts in the file. */
  offset: number
}

/**
 * The messages of a mailbox file, in order (mboxo, mboxrd, mboxcl, mboxcl2, Thunderbird, Gmail). The file is opened twice:
 * once, and mostly only its beginning, to learn how it quotes, once to be split. Memory holds the largest message about
 * three times.
 */
export async function* splitMbox(
  open: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<MboxMessage, void, undefined> {
  const quoting = await findQuoting(open())
  for await (const { bytes, offset } of splitRaw(open())) yield { bytes: unquote(bytes, quoting), offset }
}
