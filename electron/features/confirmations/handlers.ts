import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { ConfirmationsService } from './confirmations-service.ts'

export function confirmationsHandlers(
  confirmations: () => ConfirmationsService,
): Handlers<ChannelsOf<'confirmations'>> {
  return {
    'confirmations.list': ({ caseId }) => ({ statements: confirmations().list(caseId) }),
    'confirmations.mark': (passage) => ({ statementId: confirmations().mark(passage) }),
    'confirmations.type': (typed) => ({ statementId: confirmations().type(typed) }),
    'confirmations.changeKind': ({ statementId, kind }) => {
      confirmations().changeKind(statementId, kind)
      return {}
    },
    'confirmations.remove': ({ statementId }) => {
      confirmations().remove(statementId)
      return {}
    },
    'confirmations.listCandidates': ({ statementId }) => ({
      candidates: confirmations().listCandidates(statementId),
    }),
    'confirmations.decide': (decision) => {
      confirmations().decide(decision)
      return {}
    },
    'confirmations.undecide': ({ statementId, messageId }) => {
      confirmations().undecide(statementId, messageId)
      return {}
    },
    'confirmations.draftRequest': ({ statementIds }) => confirmations().draftRequest(statementIds),
    'confirmations.setAsked': ({ statementId, askedOn }) => {
      confirmations().setAsked(statementId, askedOn)
      return {}
    },
  }
}
