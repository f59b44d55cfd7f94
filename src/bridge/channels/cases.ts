import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { caseDraft, caseRecord, caseSummary, codeWarning } from '../model/case.ts'

const caseId = z.uuid()

export const casesChannels = {
  'cases.list': query({
    summary:
      'Cases whose title, parties, code, reference or contract contain every word searched for; newest change first.',
    input: z.object({ search: z.string().max(200), archived: z.boolean() }),
    output: z.object({ cases: z.array(caseSummary) }),
    errors: [],
    reads: ['cases', 'evidence', 'statements', 'exhibits'],
  }),
  'cases.get': query({
    summary: 'One case with all that was typed about it.',
    input: z.object({ caseId }),
    output: caseRecord,
    errors: ['NOT_FOUND'],
    reads: ['cases'],
  }),
  'cases.checkCode': query({
    summary: 'What is doubtful about a unified social credit code (GB 32100-2015); it is never refused.',
    input: z.object({ code: z.string().max(64) }),
    output: z.object({ warnings: z.array(codeWarning) }),
    errors: [],
    reads: [],
  }),
  'cases.add': command({
    summary: 'Opens a new case.',
    input: caseDraft,
    output: z.object({ caseId }),
    errors: [],
    touches: ['cases'],
  }),
  'cases.change': command({
    summary: 'Changes what was typed about a case, unless it changed meanwhile.',
    input: z.object({ caseId, revision: z.int(), draft: caseDraft }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'CHANGED_ELSEWHERE'],
    touches: ['cases'],
  }),
  'cases.archive': command({
    summary: 'Puts a case into the archive or takes it out again.',
    input: z.object({ caseId, archived: z.boolean() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['cases'],
  }),
}
