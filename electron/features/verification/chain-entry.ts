import { z } from 'zod'
import { canonicalBytes } from '../../platform/canonical.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/u)

/** An entry of the audit chain as `docs/formats/custody.md` has it: nothing missing, nothing besides. */
const chainEntry = z.strictObject({
  v: z.literal(1),
  seq: z.int().positive(),
  prev: hash,
  at: z.iso.datetime({ precision: 3 }),
  clock: z.enum(['ok', 'regressed']),
  boot: z.uuid(),
  mono: z.int().nonnegative(),
  actor: z.string(),
  app: z.string(),
  act: z.string(),
  object: z.string(),
  commit: hash.nullable(),
  facts: z.record(z.string(), z.union([z.boolean(), z.int(), hash, z.uuid()])),
})
export type ChainEntry = z.infer<typeof chainEntry>

/** What an entry says; undefined where its text is not byte for byte what the program writes. */
export function parseEntry(text: string): ChainEntry | undefined {
  try {
    const value = chainEntry.safeParse(JSON.parse(text)).data
    return value && canonicalBytes(value).toString() === text ? value : undefined
  } catch {
    return undefined
  }
}
