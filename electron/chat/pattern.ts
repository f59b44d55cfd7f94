import type { HeadReader } from './head.ts'
import { parseMoment } from './written-moment.ts'

const FIELDS = ['time', 'speaker', 'text'] as const
type Field = (typeof FIELDS)[number]

/**
 * A reader for a format nobody knows, from a model line as the lawyer writes it: `[{time}] {speaker}: {text}`. What stands
 * between the fields is looked for as it is, once each, so that no line costs more than its length. Undefined where the
 * model names no time, or two fields touch.
 */
export function patternReader(pattern: string): HeadReader | undefined {
  const pieces = pattern.split(/\{(time|speaker|text)\}/u)
  const fields = pieces.filter((_, at) => at % 2 === 1) as Field[]
  const between = pieces.filter((_, at) => at % 2 === 0)
  const touching = between.slice(1, -1).some((literal) => literal === '')
  if (!fields.includes('time') || new Set(fields).size < fields.length || touching) return undefined
  return (line) => {
    const found = takeApart(line, fields, between)
    if (!found) return null
    const raw = (found.time ?? '').trim()
    const moment = parseMoment(raw)
    return moment && { raw, moment, speaker: found.speaker?.trim() ?? null, text: found.text ?? '' }
  }
}

function takeApart(
  line: string,
  fields: readonly Field[],
  between: readonly string[],
): Partial<Record<Field, string>> | null {
  if (!line.startsWith(between[0] ?? '')) return null
  const found: Partial<Record<Field, string>> = {}
  let from = (between[0] ?? '').length
  for (const [at, field] of fields.entries()) {
    const literal = between[at + 1] ?? ''
    const end = literal === '' ? line.length : line.indexOf(literal, from)
    if (end < 0) return null
    found[field] = line.slice(from, end)
    from = end + literal.length
  }
  return found
}
