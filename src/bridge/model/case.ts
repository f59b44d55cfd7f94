import { z } from 'zod'

/** Where a case may be heard; each forum takes other evidence (platform-disputes rules CJO-3 to CJO-7). */
export const FORUMS = [
  'prc-court',
  'cietac',
  'hkiac',
  'other-arbitration',
  'alibaba-mediation',
  'aliexpress-dispute',
] as const
export const forum = z.enum(FORUMS)
export type Forum = z.infer<typeof forum>

/** A date without a time; checked to exist in the calendar. */
export const plainDate = z.iso.date()

/** Integer minor units (cents, fen) with an ISO 4217 currency code. */
export const currency = z.string().regex(/^[A-Z]{3}$/)

const line = z.string().trim().max(500)

/** A mail domain (`hongda.example.cn`) or a whole address; compared in lower case. */
export const mailboxPattern = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^([^\s@]+@)?[^\s@.]+(\.[^\s@.]+)+$/u)

const mailboxes = z.array(mailboxPattern)
/** Identities bring mailboxes too, and the form sends back all it was given: far more than anybody types. */
const MOST_MAILBOXES_SENT = 5_000

/** All a lawyer types about a case. Only the title and the counterparty's name are demanded. */
export const caseDraft = z.object({
  title: line.min(1),
  reference: line,
  clientName: line,
  clientRole: z.enum(['creditor', 'debtor']),
  clientMailboxes: mailboxes.max(MOST_MAILBOXES_SENT),
  /** The exact registered Chinese name; it decides who can be sued. */
  counterpartyNameZh: line,
  counterpartyNameEn: line,
  /** Unified social credit code (GB 32100-2015); kept as typed, warned about, never refused. */
  counterpartyCode: z.string().trim().max(64),
  counterpartyAddresses: z.array(line.min(1)).max(20),
  counterpartyMailboxes: mailboxes.max(MOST_MAILBOXES_SENT),
  contractTitle: line,
  contractNumber: line,
  contractDate: plainDate.nullable(),
  claimMinor: z.int().nonnegative().nullable(),
  claimCurrency: currency,
  claimDueOn: plainDate.nullable(),
  forums: z.array(forum).max(FORUMS.length),
  notes: z.string().max(20_000),
})
export type CaseDraft = z.infer<typeof caseDraft>

export const caseRecord = caseDraft.extend({
  /** Without a bound: a case that could not be opened could not be mended either. */
  clientMailboxes: mailboxes,
  counterpartyMailboxes: mailboxes,
  id: z.uuid(),
  /** Rises with every change; a change made from an older revision is refused. */
  revision: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type CaseRecord = z.infer<typeof caseRecord>

export const caseSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  reference: z.string(),
  clientName: z.string(),
  counterpartyNameZh: z.string(),
  counterpartyNameEn: z.string(),
  claimMinor: z.int().nullable(),
  claimCurrency: z.string(),
  claimDueOn: plainDate.nullable(),
  messageCount: z.int(),
  statementCount: z.int(),
  confirmedCount: z.int(),
  exhibitCount: z.int(),
  changedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type CaseSummary = z.infer<typeof caseSummary>

/** What is doubtful about a unified social credit code. Never a reason to refuse it. */
export const codeWarning = z.enum([
  'EMPTY',
  'WRONG_LENGTH',
  'WRONG_CHARACTER',
  'WRONG_CHECK_CHARACTER',
  'OLD_REGISTRATION_NUMBER',
])
export type CodeWarning = z.infer<typeof codeWarning>
