import type { Input, Output, QueryName } from '@bridge/channels/index.ts'
import { keepPreviousData, type UseQueryResult, useQuery as useCached } from '@tanstack/react-query'
import type { BridgeCallError } from './bridge-call-error.ts'
import { call } from './client.ts'

export interface QueryOptions {
  /** Ask only when true; the answer stays undefined until then. */
  enabled?: boolean
  /** Show the previous answer while one for a new input is on its way. */
  keepPrevious?: boolean
}

/** The answer of a query channel, cached by name and input until a topic it reads is touched. */
export const useQuery = <N extends QueryName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<Output<N>, BridgeCallError> =>
  useCached<Output<N>, BridgeCallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
