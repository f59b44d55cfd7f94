import { parseSync } from 'vite'
import { readSources } from '../../house/sources.ts'

/** A regular expression as it is written down, and where first. */
export interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

function* nodesIn(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  yield node as Record<string, unknown>
  for (const child of Object.values(node)) yield* nodesIn(child)
}

/** Every regular expression written as a literal in `electron` and `src`, each once. */
export function findPatterns(): Pattern[] {
  const found = new Map<string, Pattern>()
  for (const { path, text } of readSources(['electron', 'src'])) {
    for (const { type, regex } of nodesIn(parseSync(path, text).program)) {
      if (type !== 'Literal' || typeof regex !== 'object' || regex === null) continue
      const { pattern, flags } = regex as { pattern: string; flags: string }
      const key = `/${pattern}/${flags}`
      if (!found.has(key)) found.set(key, { file: path, source: pattern, flags })
    }
  }
  return [...found.values()]
}

/** Files that build regular expressions from text. */
export const filesThatBuild = (): string[] =>
  readSources(['electron', 'src'])
    .filter(({ text }) => /\bRegExp\(/u.test(text))
    .map(({ path }) => path)
