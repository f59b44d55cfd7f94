import { z } from 'zod'

/** For whom somebody speaks in a chat. */
export const speakerSide = z.enum(['client', 'counterparty', 'other'])
export type SpeakerSide = z.infer<typeof speakerSide>
