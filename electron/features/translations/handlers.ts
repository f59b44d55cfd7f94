import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { TranslationsService } from './translations-service.ts'

export const translationsHandlers = (
  translations: () => TranslationsService,
): Handlers<ChannelsOf<'translations'>> => ({
  'translations.list': ({ messageId }) => ({ translations: translations().list(messageId) }),
  'translations.standings': ({ caseId }) => ({ standings: translations().standings(caseId) }),
  'translations.add': ({ of, draft }) => ({ translationId: translations().add(of, draft) }),
  'translations.change': ({ translationId, draft }) => {
    translations().change(translationId, draft)
    return {}
  },
  'translations.remove': ({ translationId }) => {
    translations().remove(translationId)
    return {}
  },
})
