import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** What was typed but not saved yet, by the name of its form. */
export interface Draft<T> {
  /** What was left here before, if anything. */
  left: T | undefined
  /** What is kept at this moment. */
  read: () => T | undefined
  keep: (typed: T) => void
  forget: () => void
}

/**
 * Keeps what is typed while the lawyer looks something up in another view. It lives in memory only, and goes with
 * everything else when the vault is locked.
 */
export function useDraft<T>(form: string): Draft<T> {
  const client = useQueryClient()
  const [left] = useState(() => client.getQueryData<T>(['draft', form]))
  const keep = useCallback(
    (typed: T) => {
      client.setQueryDefaults(['draft'], { gcTime: Number.POSITIVE_INFINITY })
      client.setQueryData<unknown>(['draft', form], typed)
    },
    [client, form],
  )
  const read = useCallback(() => client.getQueryData<T>(['draft', form]), [client, form])
  const forget = useCallback(() => client.removeQueries({ queryKey: ['draft', form] }), [client, form])
  return { left, read, keep, forget }
}
