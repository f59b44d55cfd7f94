import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { ForumsService } from './forums-service.ts'

export function forumsHandlers(forums: () => ForumsService): Handlers<ChannelsOf<'forums' | 'perishables'>> {
  return {
    'forums.rules': () => ({ rules: forums().rules() }),
    'forums.marks': ({ caseId, messageIds, statementIds }) => ({
      marked: forums().marks(caseId, messageIds, statementIds),
    }),
    'forums.table': ({ caseId }) => forums().table(caseId),
    'forums.listOverrides': ({ caseId }) => ({ overrides: forums().listOverrides(caseId) }),
    'forums.override': (override) => {
      forums().override(override)
      return {}
    },
    'forums.restoreRule': (key) => {
      forums().restoreRule(key)
      return {}
    },
    'forums.setAgreed': ({ kind, id, note }) => {
      forums().setAgreed(kind, id, note)
      return {}
    },
    'perishables.list': ({ caseId }) => forums().listPerishables(caseId),
    'perishables.add': ({ caseId, draft }) => ({ perishableId: forums().addPerishable(caseId, draft) }),
    'perishables.change': ({ perishableId, draft }) => {
      forums().changePerishable(perishableId, draft)
      return {}
    },
    'perishables.capture': ({ perishableId, messageId }) => {
      forums().capturePerishable(perishableId, messageId)
      return {}
    },
    'perishables.remove': ({ perishableId }) => {
      forums().removePerishable(perishableId)
      return {}
    },
  }
}
