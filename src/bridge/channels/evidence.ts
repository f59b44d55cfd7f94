import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { importReceipt, intakeLine, messageRow, messageView, receiptLine } from '../model/evidence.ts'
import { filterCounts, foundPiece, foundPlaces, messageFilter } from '../model/finding.ts'

const caseId = z.uuid()
const messageId = z.uuid()

/** Stands for files the lawyer chose or dropped; the paths themselves stay with the main process. */
export const choiceToken = z.uuid()

export const evidenceChannels = {
  'evidence.choose': command({
    summary:
      'Asks the lawyer for files or a folder of correspondence; answers with a token, or null when she cancels.',
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: z.object({ token: choiceToken.nullable() }),
    errors: [],
    touches: [],
  }),
  'evidence.import': command({
    summary:
      'Takes in what a token stands for: keeps the bytes, hashes, then reads. Ends in a counted receipt.',
    input: z.object({ caseId, token: choiceToken }),
    output: z.object({ jobId: z.uuid(), importId: z.uuid() }),
    errors: ['NOT_FOUND', 'CHOICE_EXPIRED', 'JOB_RUNNING'],
    touches: ['evidence', 'jobs'],
  }),
  'evidence.list': query({
    summary:
      'Messages of a case that pass a filter and hold what is looked for, a page at a time, by date or thread by thread.',
    input: z.object({
      caseId,
      search: z.string().max(200),
      order: z.enum(['date', 'thread']),
      filter: messageFilter,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ rows: z.array(messageRow), total: z.int(), hiddenCopies: z.int() }),
    errors: [],
    reads: ['evidence', 'statements', 'exhibits', 'cases'],
  }),
  'evidence.countByFilter': query({
    summary:
      'How many messages each choice of the filter would leave, beside the others that are made already.',
    input: z.object({ caseId, search: z.string().max(200), filter: messageFilter }),
    output: filterCounts,
    errors: [],
    reads: ['evidence', 'statements', 'exhibits', 'cases'],
  }),
  'evidence.findIn': query({
    summary: 'Where a message holds what is looked for: places in its text, and which attachments hold it.',
    input: z.object({ messageId, search: z.string().max(200) }),
    output: foundPlaces,
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'evidence.findInAttachment': query({
    summary:
      'The pieces of the text of an attachment that hold what is looked for, with the places; the first twenty.',
    input: z.object({ messageId, partPath: z.string().max(100), search: z.string().max(200) }),
    output: z.object({ fileName: z.string(), pieces: z.array(foundPiece) }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'evidence.get': query({
    summary: 'One message as it was read, with its custody lines.',
    input: z.object({ messageId }),
    output: messageView,
    errors: ['NOT_FOUND'],
    reads: ['evidence', 'exhibits', 'cases'],
  }),
  'evidence.listImports': query({
    summary: 'Receipts of all imports into a case, newest first.',
    input: z.object({ caseId }),
    output: z.object({ imports: z.array(importReceipt) }),
    errors: [],
    reads: ['evidence', 'jobs'],
  }),
  'evidence.getReceipt': query({
    summary: 'One receipt with its lines; asked for by outcome, a page at a time.',
    input: z.object({
      importId: z.uuid(),
      outcome: intakeLine.shape.outcome.nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ receipt: importReceipt, lines: z.array(receiptLine), total: z.int() }),
    errors: ['NOT_FOUND'],
    reads: ['evidence', 'jobs'],
  }),
  'evidence.saveOriginal': command({
    summary:
      'Asks where to, and saves the original bytes of a message or the decoded bytes of an attachment there.',
    input: z.object({ messageId, partPath: z.string().max(100).nullable() }),
    output: z.object({ saved: z.boolean() }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE'],
    touches: [],
  }),
}
