import { z } from 'zod'

/** Kinds of schema that hold no other schema. */
const PLAIN = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'null', 'undefined'])

/**
 * The same schema, in which every object, however deep, refuses keys it does not declare: what the page sends that nobody
 * asked for is an error, not a thing to drop in silence.
 * @throws TypeError for a kind of schema it does not know, so that a new one cannot slip through
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  return strict(schema) as S
}

function strict(schema: z.core.$ZodType): z.core.$ZodType {
  const def = (schema as z.core.$ZodTypes)._zod.def
  const withParts = (parts: object) => z.core.clone(schema, { ...def, ...parts } as z.core.$ZodTypeDef)
  if (PLAIN.has(def.type)) return schema
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def.shape).map(([key, each]) => [key, strict(each)])
      return withParts({ shape: Object.fromEntries(shape), catchall: z.never() })
    }
    case 'array':
      return withParts({ element: strict(def.element) })
    case 'nullable':
    case 'optional':
      return withParts({ innerType: strict(def.innerType) })
    case 'union':
      return withParts({ options: def.options.map(strict) })
    default:
      throw new TypeError(`An input may not be made of ${def.type}`)
  }
}
