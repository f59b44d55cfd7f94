import { z } from 'zod'
import { bundlePlan } from './bundle-plan.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const part = z.int().positive()

/** What the bundle worker is told. Every `open` and `compose` is answered once, in order. */
export const bundleRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), part, kind: z.enum(['print', 'pdf', 'png', 'jpeg']), bytes }),
  z.object({ type: z.literal('discard'), part }),
  z.object({
    type: z.literal('compose'),
    plan: bundlePlan,
    fonts: z.object({ regular: bytes, bold: bytes }),
  }),
])
export type BundleRequest = z.infer<typeof bundleRequest>

/** What it answers. A failure carries no text: an error of the PDF library may quote the file. */
export const bundleReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), pageCount: z.int().positive() }),
  z.object({ type: z.literal('refused'), problem: z.enum(['ENCRYPTED', 'DAMAGED', 'EMPTY', 'TOO_LARGE']) }),
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('composed'), bytes }),
  z.object({ type: z.literal('failed') }),
])
export type BundleReply = z.infer<typeof bundleReply>
