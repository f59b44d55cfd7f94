import { z } from 'zod'
import { query } from '../define-channel.ts'
import { plainDate } from '../model/case.ts'
import { copy, foundStatement, gap, threadEntry, timelineItem, twin } from '../model/finding.ts'

const caseId = z.uuid()
const messageId = z.uuid()

export const findingChannels = {
  'finding.timeline': query({
    summary: 'All that has a date in a case, oldest first, a page at a time; what has none is counted apart.',
    input: z.object({ caseId, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: z.object({
      items: z.array(timelineItem),
      total: z.int(),
      undated: z.object({ mail: z.int(), chat: z.int(), document: z.int(), statement: z.int() }),
    }),
    errors: [],
    reads: ['evidence', 'statements'],
  }),
  'finding.listDays': query({
    summary: 'How many things of the timeline fell on each day of Beijing time.',
    input: z.object({ caseId }),
    output: z.object({ days: z.array(z.object({ day: plainDate, count: z.int() })) }),
    errors: [],
    reads: ['evidence', 'statements'],
  }),
  'finding.getThread': query({
    summary:
      'The thread of a message as a tree, with a gap for each message that is answered and not in the case.',
    input: z.object({ messageId }),
    output: z.object({ entries: z.array(threadEntry), total: z.int() }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'finding.listGaps': query({
    summary: 'The messages that are answered and not in the case, each with its replies; the first thousand.',
    input: z.object({ caseId }),
    output: z.object({ gaps: z.array(gap), gapCount: z.int(), replyCount: z.int() }),
    errors: [],
    reads: ['evidence'],
  }),
  'finding.listCopies': query({
    summary: 'Other copies of a message, and files of it that also came by themselves or with others.',
    input: z.object({ messageId }),
    output: z.object({ copies: z.array(copy), attachedTo: z.array(twin), alsoAlone: z.array(twin) }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'finding.listStatements': query({
    summary: 'Statements of a case that stand in no message and hold what is looked for; the first hundred.',
    input: z.object({ caseId, search: z.string().max(200) }),
    output: z.object({ statements: z.array(foundStatement) }),
    errors: [],
    reads: ['statements', 'evidence'],
  }),
}
