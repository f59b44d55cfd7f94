import type { Ids } from './ids.ts'

/** What a person chose in a dialog or dropped on the window, and what for: it serves for nothing else. */
export interface Chosen {
  /** Files and folders to take in. */
  import: { paths: readonly string[] }
  /** The export of a chat. */
  chat: { path: string }
  /** Where an export shall go, and in what form. */
  export: { folder: string; form: 'folder' | 'zip' }
  /** A backup, or a folder of backups, to put back. */
  restore: { folder: string }
}

/** Choices held for the page under a token: the page itself never names a path. */
export interface Choices {
  keep<P extends keyof Chosen>(purpose: P, chosen: Chosen[P]): string
  /** What stands behind a token, once; undefined where it is unknown, used up, or was kept for another purpose. */
  take<P extends keyof Chosen>(purpose: P, token: string): Chosen[P] | undefined
  /** What stands behind a token, left there: a wrong passphrase does not cost the choice. */
  look<P extends keyof Chosen>(purpose: P, token: string): Chosen[P] | undefined
  clear(): void
}

export function createChoices(ids: Ids): Choices {
  const kept: { [P in keyof Chosen]: Map<string, Chosen[P]> } = {
    import: new Map(),
    chat: new Map(),
    export: new Map(),
    restore: new Map(),
  }
  return {
    keep(purpose, chosen) {
      const token = ids.next()
      kept[purpose].set(token, chosen)
      return token
    },
    take(purpose, token) {
      const chosen = kept[purpose].get(token)
      kept[purpose].delete(token)
      return chosen
    },
    look: (purpose, token) => kept[purpose].get(token),
    clear() {
      for (const choices of Object.values(kept)) choices.clear()
    },
  }
}
