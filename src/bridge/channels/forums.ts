import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { forum } from '../model/case.ts'
import { forumMark, forumRow, forumRule, perishable, perishableDraft, ruleOverride } from '../model/forum.ts'
import { messageRef } from '../model/statement.ts'

const caseId = z.uuid()
const perishableId = z.uuid()

export const forumsChannels = {
  'forums.rules': query({
    summary: 'The rules on what counts where, each with its source, its clause and its dates.',
    input: z.object({}),
    output: z.object({ rules: z.array(forumRule) }),
    errors: [],
    reads: [],
  }),
  'forums.marks': query({
    summary: 'What messages and statements of a case count for before each of its forums, with the rules.',
    input: z.object({
      caseId,
      messageIds: z.array(z.uuid()).max(500),
      statementIds: z.array(z.uuid()).max(500),
    }),
    output: z.object({ marked: z.array(z.object({ id: z.uuid(), marks: z.array(forumMark) })) }),
    errors: ['NOT_FOUND'],
    reads: ['forums', 'statements', 'evidence', 'identities', 'cases'],
  }),
  'forums.table': query({
    summary: 'Statements of a case, and messages in its exhibits, by what they count for before each forum.',
    input: z.object({ caseId }),
    output: z.object({ forums: z.array(forum), rows: z.array(forumRow) }),
    errors: ['NOT_FOUND'],
    reads: ['forums', 'statements', 'evidence', 'exhibits', 'identities', 'cases'],
  }),
  'forums.listOverrides': query({
    summary: 'Where the lawyer decided otherwise than a rule for a case, and why.',
    input: z.object({ caseId }),
    output: z.object({ overrides: z.array(ruleOverride) }),
    errors: [],
    reads: ['forums'],
  }),
  'forums.override': command({
    summary: 'Puts the lawyer’s verdict in the place of a rule’s, for one case, one forum and one channel.',
    input: ruleOverride.extend({ caseId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'forums.restoreRule': command({
    summary: 'Lets the rule decide again.',
    input: ruleOverride.pick({ ruleId: true, forum: true, channel: true }).extend({ caseId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'forums.setAgreed': command({
    summary:
      'Notes that both parties agree that a message or statement is true, and where; or that they do not.',
    input: z.object({
      kind: forumRow.shape.kind,
      id: z.uuid(),
      note: z.string().trim().min(1).max(2_000).nullable(),
    }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'perishables.list': query({
    summary:
      'What a platform may delete, soonest first, and the messages of the case that may be its capture; with the days the app assumes.',
    input: z.object({ caseId }),
    output: z.object({
      perishables: z.array(perishable),
      captures: z.array(messageRef),
      assumedDays: z.int(),
      /** Statements noted from such a place whose own words are not in the case. */
      uncapturedStatements: z.int(),
    }),
    errors: [],
    reads: ['forums', 'evidence', 'statements'],
  }),
  'perishables.add': command({
    summary: 'Lists something that a platform may delete.',
    input: z.object({ caseId, draft: perishableDraft }),
    output: z.object({ perishableId }),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'perishables.change': command({
    summary: 'Changes what was said of it, or how long it is taken to be kept.',
    input: z.object({ perishableId, draft: perishableDraft }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'perishables.capture': command({
    summary: 'Says which document or chat of the case holds it now, or that none does.',
    input: z.object({ perishableId, messageId: z.uuid().nullable() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
  'perishables.remove': command({
    summary: 'Takes it off the list.',
    input: z.object({ perishableId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['forums'],
  }),
}
