import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { plainDate } from '../model/case.ts'
import { channel } from '../model/channel.ts'
import { candidate, statement, statementKind, verdict } from '../model/statement.ts'

const caseId = z.uuid()
const statementId = z.uuid()
const messageId = z.uuid()
const quote = z.string().trim().min(1).max(10_000)
/** A passage to the last character: trimming it would move it away from its place. */
const passage = z.string().max(10_000).regex(/\S/u)

export const confirmationsChannels = {
  'confirmations.list': query({
    summary: 'Statements of a case with their answers and state, in the order they were said.',
    input: z.object({ caseId }),
    output: z.object({ statements: z.array(statement) }),
    errors: [],
    reads: ['statements', 'evidence'],
  }),
  'confirmations.mark': command({
    summary:
      'Marks a passage of a message as a statement. The passage must stand in the message word for word.',
    input: z.object({ messageId, kind: statementKind, quote: passage, quoteStart: z.int().nonnegative() }),
    output: z.object({ statementId }),
    errors: ['NOT_FOUND', 'PASSAGE_NOT_FOUND'],
    touches: ['statements', 'cases'],
  }),
  'confirmations.type': command({
    summary: 'Types in what was said in a chat, by telephone or at a meeting.',
    input: z.object({
      caseId,
      kind: statementKind,
      channel: channel.exclude(['email']),
      quote,
      speaker: z.string().trim().max(300),
      saidOn: plainDate.nullable(),
    }),
    output: z.object({ statementId }),
    errors: ['NOT_FOUND'],
    touches: ['statements', 'cases'],
  }),
  'confirmations.changeKind': command({
    summary: 'Says that a statement is about something else.',
    input: z.object({ statementId, kind: statementKind }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['statements'],
  }),
  'confirmations.remove': command({
    summary: 'Takes a statement out again, with its answers; refused while an exhibit shows it.',
    input: z.object({ statementId }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'STATEMENT_IN_USE'],
    touches: ['statements', 'cases'],
  }),
  'confirmations.listCandidates': query({
    summary: 'Messages that may answer a statement, best first, each with the reasons. Decides nothing.',
    input: z.object({ statementId }),
    output: z.object({ candidates: z.array(candidate) }),
    errors: ['NOT_FOUND'],
    reads: ['statements', 'evidence', 'cases'],
  }),
  'confirmations.decide': command({
    summary:
      "Takes the lawyer's word on a message as the answer: it confirms, it denies, or it is no answer.",
    input: z.object({ statementId, messageId, verdict, quote: z.string().trim().max(10_000) }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'PASSAGE_NOT_FOUND'],
    touches: ['statements', 'cases'],
  }),
  'confirmations.undecide': command({
    summary: 'Takes the word back; the message is an open candidate again.',
    input: z.object({ statementId, messageId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['statements', 'cases'],
  }),
  'confirmations.draftRequest': query({
    summary:
      'The e-mail that asks the counterparty to confirm statements of one case, in Chinese and English, to copy.',
    input: z.object({ statementIds: z.array(statementId).min(1).max(50) }),
    output: z.object({ to: z.array(z.string()), subject: z.string(), body: z.string() }),
    errors: ['NOT_FOUND'],
    reads: ['statements', 'cases', 'evidence'],
  }),
  'confirmations.setAsked': command({
    summary: 'Notes the day on which the counterparty was asked, or that it was not.',
    input: z.object({ statementId, askedOn: plainDate.nullable() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['statements'],
  }),
}
