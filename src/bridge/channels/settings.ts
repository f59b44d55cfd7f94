import { z } from 'zod'
import { command, query } from '../define-channel.ts'

/** How the app looks on this computer; holds nothing of a case and is readable while locked. */
export const settings = z.object({
  locale: z.enum(['en', 'zh-CN']),
  colorScheme: z.enum(['auto', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
})
export type Settings = z.infer<typeof settings>

export const settingsChannels = {
  'settings.get': query({
    summary: 'Language, colours and density.',
    input: z.object({}),
    output: settings,
    errors: [],
    reads: ['settings'],
    whenLocked: 'allow',
  }),
  'settings.change': command({
    summary: 'Changes language, colours or density.',
    input: settings.partial(),
    output: z.object({}),
    errors: [],
    touches: ['settings'],
    whenLocked: 'allow',
  }),
}
