import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { listen } from './client.ts'
import { rememberJob } from './jobs.ts'
import { dropTopics, makeQueryClient } from './query-client.ts'
import { rememberVaultState } from './vault.ts'

const subscribe = (client: QueryClient): (() => void) => {
  const stops = [
    listen('changed', ({ topics }) => void dropTopics(client, topics)),
    listen('job', (job) => rememberJob(client, job)),
    listen('vault', ({ state }) => rememberVaultState(client, state)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Holds the cache of answers and keeps it true to what main tells. Around everything that uses a channel. */
export function BridgeProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  useEffect(() => subscribe(client), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
