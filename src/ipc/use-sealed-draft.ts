import { useCallback, useState } from 'react'
import { useDraftKeeper } from './DraftsProvider.tsx'
import type { Draft } from './use-draft.ts'

/**
 * Like `useDraft`, and it outlives a lock and a restart: what is typed lies encrypted in the vault's store until it is
 * forgotten. For text of a case; never for a passphrase. `fits` refuses what an earlier version of the form left.
 */
export function useSealedDraft<T>(form: string, fits: (left: unknown) => left is T): Draft<T> {
  const keeper = useDraftKeeper()
  const read = useCallback(() => {
    const left = keeper.read(form)
    return fits(left) ? left : undefined
  }, [keeper, form, fits])
  const [left] = useState(read)
  const keep = useCallback((typed: T) => keeper.keep(form, typed), [keeper, form])
  const forget = useCallback(() => keeper.forget(form), [keeper, form])
  return { left, read, keep, forget }
}

/** Whether what was left has the fields of `example`, each of its kind. */
export const likeFields =
  <T extends object>(example: T) =>
  (left: unknown): left is T =>
    typeof left === 'object' &&
    left !== null &&
    Object.entries(example).every(([name, value]) => {
      const field: unknown = Reflect.get(left, name)
      return typeof field === typeof value && Array.isArray(field) === Array.isArray(value)
    })

/** Whether what was left is text. */
export const isText = (left: unknown): left is string => typeof left === 'string'
