import { z } from 'zod'
import { command, query } from '../define-channel.ts'

const nothing = z.object({})
/** Which form of which thing: words and ids, never what was typed. */
const key = z
  .string()
  .max(200)
  .regex(/^[\w .:+-]+$/u)
/** What was typed, in the form's own writing; ample for any form there is. */
const text = z.string().max(100_000)

/** Text typed and not saved, kept in the encrypted store so that a lock loses none of it. */
export const draftsChannels = {
  'drafts.list': query({
    summary: 'Everything that was typed and neither saved nor given up.',
    input: nothing,
    output: z.object({ drafts: z.array(z.object({ key, text })) }),
    errors: [],
    reads: [],
  }),
  'drafts.keep': command({
    summary: 'Keeps what is typed in a form at this moment, in place of what was kept for it before.',
    input: z.object({ key, text }),
    output: nothing,
    errors: ['DRAFTS_FULL'],
    touches: [],
  }),
  'drafts.drop': command({
    summary: 'Forgets what was typed in a form: it was saved, or given up.',
    input: z.object({ key }),
    output: nothing,
    errors: [],
    touches: [],
  }),
}
