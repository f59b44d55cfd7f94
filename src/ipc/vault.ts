import type { VaultState } from '@bridge/channels/vault.ts'
import type { QueryClient } from '@tanstack/react-query'
import { topicsOf } from './query-client.ts'
import { useQuery } from './use-query.ts'

/** Takes a new state in. When the vault closes, nothing read from it stays in the cache. */
export function rememberVaultState(client: QueryClient, state: VaultState): void {
  client.setQueryData(['vault.status', {}], { state })
  if (state === 'unlocked') return
  client.removeQueries({
    predicate: ({ queryKey }) =>
      !topicsOf(queryKey).some((topic) => topic === 'vault' || topic === 'settings'),
  })
}

/** The state of the vault, and what asking for it failed with. Undefined state: not known yet. */
export function useVaultState() {
  const { data, error } = useQuery('vault.status', {})
  return { state: data?.state, error: error?.error ?? null }
}
