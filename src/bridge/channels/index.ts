import type { z } from 'zod'
import type { AnyChannel } from '../define-channel.ts'
import { authenticityChannels } from './authenticity.ts'
import { casesChannels } from './cases.ts'
import { chatChannels } from './chat.ts'
import { clipboardChannels } from './clipboard.ts'
import { confirmationsChannels } from './confirmations.ts'
import { custodyChannels } from './custody.ts'
import { draftsChannels } from './drafts.ts'
import { evidenceChannels } from './evidence.ts'
import { exhibitsChannels } from './exhibits.ts'
import { findingChannels } from './finding.ts'
import { forumsChannels } from './forums.ts'
import { identitiesChannels } from './identities.ts'
import { jobsChannels } from './jobs.ts'
import { originalityChannels } from './originality.ts'
import { readingsChannels } from './readings.ts'
import { safekeepingChannels } from './safekeeping.ts'
import { settingsChannels } from './settings.ts'
import { translationsChannels } from './translations.ts'
import { vaultChannels } from './vault.ts'

/** All the renderer can ask of the main process. Types, handlers, hooks, fakes and `docs/channels.md` follow from it. */
export const CHANNELS = {
  ...vaultChannels,
  ...settingsChannels,
  ...casesChannels,
  ...evidenceChannels,
  ...chatChannels,
  ...readingsChannels,
  ...confirmationsChannels,
  ...identitiesChannels,
  ...translationsChannels,
  ...exhibitsChannels,
  ...forumsChannels,
  ...findingChannels,
  ...custodyChannels,
  ...authenticityChannels,
  ...originalityChannels,
  ...safekeepingChannels,
  ...jobsChannels,
  ...draftsChannels,
  ...clipboardChannels,
} satisfies Record<string, AnyChannel>

export type Channels = typeof CHANNELS
export type ChannelName = keyof Channels
export type Input<N extends ChannelName> = z.infer<Channels[N]['input']>
export type Output<N extends ChannelName> = z.infer<Channels[N]['output']>
export type QueryName = { [N in ChannelName]: Channels[N]['kind'] extends 'query' ? N : never }[ChannelName]
export type CommandName = Exclude<ChannelName, QueryName>
/** Codes a channel declared beside the common ones. */
export type DeclaredError<N extends ChannelName> = Channels[N]['errors'][number]

/** What answers a channel. It throws a `Refusal` to say no. */
export type Handler<N extends ChannelName> = (input: Input<N>) => Output<N> | Promise<Output<N>>
export type Handlers<N extends ChannelName = ChannelName> = { [K in N]: Handler<K> }
/** The channels of one feature: `ChannelsOf<'cases'>`. */
export type ChannelsOf<Feature extends string> = Extract<ChannelName, `${Feature}.${string}`>
