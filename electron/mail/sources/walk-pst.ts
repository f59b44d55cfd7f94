import type { SkipReason } from '@bridge/model/message.ts'
import type { ByteSource } from '../byte-source.ts'
import { openPst, type PstItem, type PstMailbox } from '../pst/open-pst.ts'
import { PstError } from '../pst/pst-error.ts'
import { UnreadableError } from '../unreadable-error.ts'
import type { Found, Walked } from './found.ts'

/** What a failure in a mailbox means for the receipt; what is none of its own is thrown on. */
function reasonOf(error: unknown): SkipReason {
  if (error instanceof PstError) return error.code
  if (error instanceof UnreadableError) return error.reason === 'TOO_DEEP' ? 'TOO_DEEP' : 'TOO_LARGE'
  // A number that leads out of its block: the octets are not what they say they are.
  if (error instanceof RangeError) return 'DAMAGED'
  throw error
}

function open(source: ByteSource): PstMailbox | SkipReason {
  try {
    return openPst(source)
  } catch (error) {
    return reasonOf(error)
  }
}

function compose(item: PstItem): Buffer | SkipReason {
  try {
    return item.compose() ?? 'NOT_MAIL'
  } catch (error) {
    return reasonOf(error)
  }
}

/** The messages of a mailbox of Outlook's, and a line for each other thing in it. */
export async function* walkPst({ content, place }: Walked): AsyncGenerator<Found, void, undefined> {
  const source = await content.random()
  try {
    const mailbox = open(source)
    if (typeof mailbox === 'string') {
      yield { place, skipped: mailbox }
      return
    }
    let count = 0
    const damaged: Found[] = []
    const note = (): void => void damaged.push({ place, skipped: 'DAMAGED' })
    for (const item of mailbox.items(note)) {
      count += 1
      yield {
        place: { ...place, itemNumber: item.node, folder: item.folder === '' ? null : item.folder },
        form: 'mail',
        open: async () => compose(item),
      }
    }
    yield* damaged
    if (count === 0 && damaged.length === 0) yield { place, skipped: 'NO_MESSAGES' }
  } finally {
    source.close()
  }
}
