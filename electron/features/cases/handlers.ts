import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { checkCompanyCode } from '../../rules/law/company-code.ts'
import type { CasesService } from './cases-service.ts'

export function casesHandlers(cases: () => CasesService): Handlers<ChannelsOf<'cases'>> {
  return {
    'cases.list': ({ search, archived }) => ({ cases: cases().list(search, archived) }),
    'cases.get': ({ caseId }) => cases().get(caseId),
    'cases.checkCode': ({ code }) => ({ warnings: checkCompanyCode(code) }),
    'cases.add': (draft) => ({ caseId: cases().add(draft) }),
    'cases.change': ({ caseId, revision, draft }) => {
      cases().change(caseId, revision, draft)
      return {}
    },
    'cases.archive': ({ caseId, archived }) => {
      cases().archive(caseId, archived)
      return {}
    },
  }
}
