import { CHANNELS, type ChannelName } from '@bridge/channels/index.ts'
import type { Topic } from '@bridge/define-channel.ts'
import { QueryClient, type QueryKey } from '@tanstack/react-query'

/** Answers stay until a topic they read is touched. `always`: this app has no network to wait for. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

const isChannel = (name: unknown): name is ChannelName =>
  typeof name === 'string' && Object.hasOwn(CHANNELS, name)

/** The topics a cached answer depends on; none for a key that is no channel's. */
export const topicsOf = (key: QueryKey): readonly Topic[] => {
  const [name] = key
  const channel = isChannel(name) ? CHANNELS[name] : undefined
  return channel?.kind === 'query' ? channel.reads : []
}

/** Drops every answer that reads one of the topics; what is on the screen is asked for again. */
export const dropTopics = async (client: QueryClient, topics: readonly Topic[]): Promise<void> => {
  if (topics.length === 0) return
  await client.invalidateQueries({
    predicate: ({ queryKey }) => topicsOf(queryKey).some((topic) => topics.includes(topic)),
  })
}
