import type { Ids } from './ids.ts'

/** Paths a person chose in a dialog or dropped, held for the page under a token: the page itself never names a path. */
export interface Choices {
  keep(paths: readonly string[]): string
  /** The paths behind a token, once; undefined where it is unknown or used up. */
  take(token: string): readonly string[] | undefined
  clear(): void
}

export function createChoices(ids: Ids): Choices {
  const kept = new Map<string, readonly string[]>()
  return {
    keep(paths) {
      const token = ids.next()
      kept.set(token, paths)
      return token
    },
    take(token) {
      const paths = kept.get(token)
      kept.delete(token)
      return paths
    },
    clear: () => kept.clear(),
  }
}
