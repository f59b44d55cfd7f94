import { z } from 'zod'
import { command } from '../define-channel.ts'

export const clipboardChannels = {
  'clipboard.copy': command({
    summary: 'Puts text on the clipboard for 30 seconds, or until the vault locks.',
    input: z.object({ text: z.string().max(1_000_000) }),
    output: z.object({}),
    errors: [],
    touches: [],
    whenLocked: 'allow',
  }),
}
