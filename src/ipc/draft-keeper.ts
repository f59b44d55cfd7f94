import type { BridgeError } from '@bridge/errors.ts'
import { ask } from './client.ts'

/** Typing reaches the encrypted store this soon, also while it goes on. */
export const SEAL_AFTER_MS = 200

/** What is typed and not saved: at hand in the window, and sealed in the vault's store a moment later. */
export interface DraftKeeper {
  /** What was left in a form, if anything; `undefined` also for what cannot be read. */
  read(form: string): unknown
  keep(form: string, typed: unknown): void
  forget(form: string): void
  /** Seals what is not sealed yet; never rejects. */
  flush(): Promise<void>
}

interface KeeperParts {
  /** Told when something could not be sealed; it is then still in the window, and the next flush tries again. */
  onTrouble: (error: BridgeError) => void
}

/** Keeps drafts; `kept` are those of the store. */
export function createDraftKeeper(
  kept: readonly { key: string; text: string }[],
  { onTrouble }: KeeperParts,
): DraftKeeper {
  const texts = new Map(kept.map(({ key, text }) => [key, text]))
  const unsealed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const forms = [...unsealed]
    unsealed.clear()
    await Promise.all(
      forms.map(async (key) => {
        const text = texts.get(key)
        // Calls are answered in their order: a draft is never dropped before it was kept.
        const reply = await (text === undefined
          ? ask('drafts.drop', { key })
          : ask('drafts.keep', { key, text }))
        if (reply.ok || reply.error.code === 'VAULT_LOCKED') return
        unsealed.add(key)
        onTrouble(reply.error)
      }),
    )
  }
  const changed = (form: string): void => {
    unsealed.add(form)
    timer ??= setTimeout(() => void flush(), SEAL_AFTER_MS)
  }
  return {
    read: (form) => parse(texts.get(form)),
    keep(form, typed) {
      texts.set(form, JSON.stringify(typed))
      changed(form)
    },
    forget(form) {
      if (!texts.delete(form)) return
      changed(form)
      void flush()
    },
    flush,
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
