import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { DraftsService } from './drafts-service.ts'

export const draftsHandlers = (drafts: () => DraftsService): Handlers<ChannelsOf<'drafts'>> => ({
  'drafts.list': () => ({ drafts: drafts().list() }),
  'drafts.keep': ({ key, text }) => {
    drafts().keep(key, text)
    return {}
  },
  'drafts.drop': ({ key }) => {
    drafts().drop(key)
    return {}
  },
})
