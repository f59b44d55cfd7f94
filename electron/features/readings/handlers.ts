import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { ReadingsService } from './readings-service.ts'

export const readingsHandlers = (readings: () => ReadingsService): Handlers<ChannelsOf<'readings'>> => ({
  'readings.preview': ({ messageId, charset }) => readings().preview(messageId, charset),
  'readings.choose': async ({ messageId, charset }) => ({
    messageId: await readings().choose(messageId, charset),
  }),
})
