import type { z } from 'zod'
import type { Seeded } from '../../durability/seeded.ts'
import { HOSTILE_TEXT } from './hostile-values.ts'

/** What payloads are drawn from: `ids` holds ids of things of every kind that are really there. */
export interface Drawn {
  random: Seeded
  ids: readonly string[]
}

/** An input that mostly fits the schema, with hostile text and ids of whatever kind wherever text or an id stands. */
export function shaped(schema: z.core.$ZodType, drawn: Drawn): unknown {
  const { random } = drawn
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return shapedObject(def.shape, drawn)
    case 'array':
      return Array.from({ length: random.whole(4) }, () => shaped(def.element, drawn))
    case 'nullable':
    case 'optional':
      return random.chance(0.3) ? (def.type === 'nullable' ? null : undefined) : shaped(def.innerType, drawn)
    case 'union':
      return shaped(random.pick(def.options), drawn)
    case 'enum':
      return random.pick(Object.values(def.entries))
    case 'literal':
      return random.pick(def.values)
    case 'boolean':
      return random.chance(0.5)
    case 'number':
      return random.pick([0, 1, 2, 10, 500, random.whole(1_000_000)])
    case 'string':
      return shapedText(def as z.core.$ZodStringFormatDef, drawn)
    default:
      return null
  }
}

function shapedObject(shape: z.core.$ZodShape, drawn: Drawn): object {
  const keys = Object.entries(shape).map(([key, each]) => [key, shaped(each, drawn)] as const)
  return Object.fromEntries(keys.filter(([, value]) => value !== undefined))
}

function shapedText(def: z.core.$ZodStringFormatDef, { random, ids }: Drawn): string {
  const { format, checks = [] } = def
  for (const { _zod } of checks)
    if (_zod.def.check === 'length_equals')
      return '0'.repeat((_zod.def as z.core.$ZodCheckLengthEqualsDef).length)
  if (format === 'uuid' || format === 'guid') return random.pick(ids)
  if (format === 'date') return random.pick(['2024-09-16', '0000-01-01', '9999-12-31', '2024-02-29'])
  if (random.chance(0.2))
    return random.pick(['EUR', 'a@b.example', 'b.example', 'CJO-3', 'ninety blue herons wade'])
  return random.pick(HOSTILE_TEXT)
}
