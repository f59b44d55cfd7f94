import { z } from 'zod'
import type { BundlePlan } from './bundle-plan.ts'
import type { Fonts } from './fonts.ts'
import type { PartKind } from './open-part.ts'

/** What the bundle worker is told. Every `open` and `compose` is answered once, in order. */
export type BundleRequest =
  | { type: 'open'; part: number; kind: PartKind; bytes: Uint8Array }
  | { type: 'discard'; part: number }
  | { type: 'compose'; plan: BundlePlan; fonts: Fonts }

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What it answers. A failure carries no text: an error of the PDF library may quote the file. */
export const bundleReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), pageCount: z.int().positive() }),
  z.object({ type: z.literal('refused'), problem: z.enum(['ENCRYPTED', 'DAMAGED', 'EMPTY']) }),
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('composed'), bytes }),
  z.object({ type: z.literal('failed') }),
])
export type BundleReply = z.infer<typeof bundleReply>
