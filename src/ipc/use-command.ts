import { CHANNELS, type CommandName, type Input, type Output } from '@bridge/channels/index.ts'
import type { BridgeError, Reply } from '@bridge/errors.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ask } from './client.ts'
import { dropTopics } from './query-client.ts'

export interface CommandState<N extends CommandName> {
  /** Runs the command; answers with its reply and never rejects. What it touched is then asked for anew. */
  run: (input: Input<N>) => Promise<Reply<Output<N>>>
  running: boolean
  /** What the last run failed with. */
  error: BridgeError | null
  /** Forgets the error, for instance when the form it was shown in is opened anew. */
  forget: () => void
}

/** A command channel, with its running state and last error. */
export function useCommand<N extends CommandName>(name: N): CommandState<N> {
  const client = useQueryClient()
  const [running, setRunning] = useState(0)
  const [error, setError] = useState<BridgeError | null>(null)
  const run = useCallback(
    async (input: Input<N>) => {
      setRunning((count) => count + 1)
      setError(null)
      const reply = await ask(name, input)
      if (reply.ok) {
        const channel = CHANNELS[name]
        if (channel.kind === 'command') void dropTopics(client, channel.touches)
      } else setError(reply.error)
      setRunning((count) => count - 1)
      return reply
    },
    [client, name],
  )
  return { run, running: running > 0, error, forget: useCallback(() => setError(null), []) }
}
