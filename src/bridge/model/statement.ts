import { z } from 'zod'
import { plainDate } from './case.ts'
import { channel } from './channel.ts'

/** What a statement is about: a term agreed, a delivery, a defect, a debt. */
export const STATEMENT_KINDS = ['term', 'delivery', 'defect', 'debt'] as const
export const statementKind = z.enum(STATEMENT_KINDS)
export type StatementKind = z.infer<typeof statementKind>

export const STATEMENT_STATES = ['unconfirmed', 'asked', 'confirmed', 'denied'] as const
export const statementState = z.enum(STATEMENT_STATES)
export type StatementState = z.infer<typeof statementState>

export const verdict = z.enum(['confirms', 'denies', 'rejected'])
export type Verdict = z.infer<typeof verdict>

/** A message with just enough to recognise it in a list. */
export const messageRef = z.object({
  id: z.uuid(),
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  sentAt: z.iso.datetime().nullable(),
  sentZoneMinutes: z.int().nullable(),
})
export type MessageRef = z.infer<typeof messageRef>

export const answer = z.object({
  message: messageRef,
  verdict,
  /** The passage of the answer that decides; may be empty. */
  quote: z.string(),
  decidedAt: z.iso.datetime(),
})

export const statement = z.object({
  id: z.uuid(),
  kind: statementKind,
  channel,
  quote: z.string(),
  quoteStart: z.int().nullable(),
  speaker: z.string(),
  saidOn: plainDate.nullable(),
  askedOn: plainDate.nullable(),
  /** Follows from the answers: a denial outweighs, then a confirmation, then having asked. */
  state: statementState,
  message: messageRef.nullable(),
  answers: z.array(answer),
  createdAt: z.iso.datetime(),
})
export type Statement = z.infer<typeof statement>

/** Why the app proposes a message as the answer to a statement. */
export const candidateReason = z.enum([
  'COUNTERPARTYS_OWN_WORDS',
  'REPLIES_TO_STATEMENT',
  'SAME_THREAD',
  'FROM_COUNTERPARTY_MAILBOX',
  'QUOTES_THE_PASSAGE',
  'SHARES_FIGURES',
  'SPEAKS_OF_CONFIRMING',
  'SPEAKS_OF_REFUSING',
  'SOON_AFTER',
])
export type CandidateReason = z.infer<typeof candidateReason>

export const candidate = z.object({
  message: messageRef,
  /** 0 to 100; only orders the list. */
  score: z.int().min(0).max(100),
  reasons: z.array(candidateReason),
  /** The passage of the candidate that most resembles an answer; word for word, may be empty. */
  passage: z.string(),
  text: z.string(),
  /** What the lawyer already decided, if anything. */
  verdict: verdict.nullable(),
})
export type Candidate = z.infer<typeof candidate>
