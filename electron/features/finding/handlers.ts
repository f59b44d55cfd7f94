import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { FindingService } from './finding-service.ts'

export const findingHandlers = (finding: () => FindingService): Handlers<ChannelsOf<'finding'>> => ({
  'finding.timeline': (page) => finding().timeline(page),
  'finding.listDays': ({ caseId }) => ({ days: finding().listDays(caseId) }),
  'finding.getThread': ({ messageId }) => finding().getThread(messageId),
  'finding.listGaps': ({ caseId }) => finding().listGaps(caseId),
  'finding.listCopies': ({ messageId }) => finding().listCopies(messageId),
  'finding.listStatements': ({ caseId, search }) => ({
    statements: finding().listStatements(caseId, search),
  }),
})
