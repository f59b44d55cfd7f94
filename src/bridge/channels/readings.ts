import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { charset } from '../model/charset.ts'

const messageId = z.uuid()
/** Null for what the message's labels and the reader's guess make of it. */
const chosen = charset.nullable()

export const readingsChannels = {
  'readings.preview': query({
    summary:
      'How a message would read in another charset: its subject, the beginning of its text, and what is lost.',
    input: z.object({ messageId, charset: chosen }),
    output: z.object({ subject: z.string(), text: z.string(), lostCount: z.int() }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE'],
    reads: ['evidence'],
  }),
  'readings.choose': command({
    summary:
      'Reads a message in another charset from now on; the former reading stays, withdrawn. Answers with the id of the new one.',
    input: z.object({ messageId, charset: chosen }),
    output: z.object({ messageId }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE', 'MESSAGE_IN_USE'],
    touches: ['evidence', 'cases'],
  }),
}
