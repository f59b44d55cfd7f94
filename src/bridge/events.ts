import type { ChannelName } from './channels/index.ts'
import type { VaultState } from './channels/vault.ts'
import type { Topic } from './define-channel.ts'
import type { Reply } from './errors.ts'
import type { Job, Progress } from './model/job.ts'

/** What the main process tells without being asked. Main is trusted: plain types, no schemas. */
export interface BridgeEvents {
  /** Something changed that cached answers may depend on. */
  changed: { topics: readonly Topic[] }
  /** Progress or end of long work, at most ten times a second each. */
  job: Job
  /** Progress of `restore.run`, which no vault can keep as a job; at most ten times a second. */
  restore: Progress
  vault: { state: VaultState }
}
export type EventName = keyof BridgeEvents

/** What the preload puts on `window.bridge`. */
export interface Bridge {
  call(name: ChannelName, input: unknown): Promise<Reply<unknown>>
  /** Subscribes; the answer unsubscribes. */
  on<E extends EventName>(name: E, listener: (event: BridgeEvents[E]) => void): () => void
  /** Hands over files dropped on the window. Only real files work: their paths never pass through the page. */
  drop(files: readonly object[]): Promise<{ token: string | null }>
}
