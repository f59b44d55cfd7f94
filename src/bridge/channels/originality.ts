import { z } from 'zod'
import { command } from '../define-channel.ts'

export const originalityChannels = {
  'originality.make': command({
    summary:
      'Asks for a folder and writes the originality pack of one exhibit there: originals, tests, custody, keys, script.',
    input: z.object({ exhibitId: z.uuid() }),
    output: z.object({ made: z.object({ name: z.string() }).nullable() }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE', 'PLACE_REFUSED', 'PRINT_FAILED'],
    touches: ['exhibits'],
  }),
}
