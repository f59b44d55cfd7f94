import { authenticityReading, keptKey, keyName } from '@bridge/model/authenticity.ts'
import { unreadableReason } from '@bridge/model/message.ts'
import { z } from 'zod'
import { mailLimits } from '../mail/limits.ts'

const piece = z.instanceof(Uint8Array)

/** What main tells the worker: a message with the keys it may use. `more` continues its bytes. */
export const toAuthenticityWorker = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('test'),
    /** Null: only the names of the keys that it needs are wanted. */
    keys: z.array(keptKey).nullable(),
    sizeBytes: z.int().nonnegative().max(mailLimits.keptBytes),
    piece,
  }),
  z.object({ type: z.literal('more'), piece }),
])
export type ToAuthenticityWorker = z.infer<typeof toAuthenticityWorker>

export const fromAuthenticityWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tested'), reading: authenticityReading }),
  z.object({ type: z.literal('named'), keys: z.array(keyName) }),
  z.object({ type: z.literal('refused'), reason: unreadableReason }),
])
export type FromAuthenticityWorker = z.infer<typeof fromAuthenticityWorker>
