import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export const inRoot = (...parts) => join(root, ...parts)

/** What the tools remember between runs, outside git; the folder exists once asked for. */
export function inCache(name) {
  mkdirSync(inRoot('.cache'), { recursive: true })
  return inRoot('.cache', name)
}
