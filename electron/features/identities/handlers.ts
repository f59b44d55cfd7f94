import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { IdentitiesService } from './identities-service.ts'

export function identitiesHandlers(identities: () => IdentitiesService): Handlers<ChannelsOf<'identities'>> {
  return {
    'identities.list': ({ caseId }) => ({ identities: identities().list(caseId) }),
    'identities.listSenders': (page) => identities().listSenders(page),
    'identities.add': ({ caseId, draft, bases }) => ({ identityId: identities().add(caseId, draft, bases) }),
    'identities.change': ({ identityId, draft }) => {
      identities().change(identityId, draft)
      return {}
    },
    'identities.remove': ({ identityId }) => {
      identities().remove(identityId)
      return {}
    },
    'identities.addBasis': ({ identityId, basis }) => ({ basisId: identities().addBasis(identityId, basis) }),
    'identities.removeBasis': ({ basisId }) => {
      identities().removeBasis(basisId)
      return {}
    },
    'identities.print': async ({ caseId, language }) => ({
      messageId: await identities().print(caseId, language),
    }),
  }
}
