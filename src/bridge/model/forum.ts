import { z } from 'zod'
import { forum, plainDate } from './case.ts'
import { channel } from './channel.ts'
import { messageRef, statementState } from './statement.ts'

/** What a lawyer may put in the place of a rule's verdict. */
export const OWN_VERDICTS = [
  'counts',
  'counts-if-confirmed',
  'reference-only',
  'lost-when-deleted',
  'does-not-count',
] as const
export const ownVerdict = z.enum(OWN_VERDICTS)
export type OwnVerdict = z.infer<typeof ownVerdict>

/**
 * What follows for a message before a forum. `counts-if-confirmed` also where it is not inadmissible but cannot carry a fact alone;
 * `lost-when-deleted` where the platform still holds it and may delete it; `contested` where the counterparty denies it: it shows
 * what was said, and not that it is true.
 */
export const forumVerdict = z.enum([...OWN_VERDICTS, 'contested'])
export type ForumVerdict = z.infer<typeof forumVerdict>

/** Places whose content the platform may delete (CJO-4, CJO-5). */
export const PERISHABLE_CHANNELS = ['complaint-center', 'alibaba-chat'] as const
export const perishableChannel = z.enum(PERISHABLE_CHANNELS)
export type PerishableChannel = z.infer<typeof perishableChannel>

const inBoth = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** A rule as the lawyer may check it: what it says, where it stands, and of which day that is. */
export const forumRule = z.object({
  id: z.string().regex(/^[A-Z]{2,10}-[A-Z0-9]+$/),
  source: inBoth,
  clause: z.string(),
  /** The day of the text the rule was taken from; null where its source bears none. */
  currentOn: plainDate.nullable(),
  /** The day on which it was last held against its source; null where it was not yet. */
  verifiedOn: plainDate.nullable(),
  text: inBoth,
})
export type ForumRule = z.infer<typeof forumRule>

/** The lawyer's own verdict for one case, in the place of the rule's. */
export const ruleOverride = z.object({
  ruleId: forumRule.shape.id,
  forum,
  channel,
  verdict: ownVerdict,
  reason: z.string().trim().min(1).max(2_000),
})
export type RuleOverride = z.infer<typeof ruleOverride>

/** What a message or statement is worth before one forum. */
export const forumMark = z.object({
  forum,
  verdict: forumVerdict,
  /** The rule that decided stands first. */
  ruleIds: z.array(z.string()).min(1),
  say: inBoth,
  /** The lawyer's reason where she decided otherwise than the rule. */
  overridden: z.string().nullable(),
})
export type ForumMark = z.infer<typeof forumMark>

/** One line of what counts where: a statement, or a message that stands in an exhibit. */
export const forumRow = z.object({
  kind: z.enum(['statement', 'message']),
  id: z.uuid(),
  /** The passage or the subject. */
  title: z.string(),
  who: z.string(),
  on: plainDate.nullable(),
  channel,
  state: statementState,
  exhibitNumbers: z.array(z.string()),
  marks: z.array(forumMark),
  /** Where it can be read that both parties agree; null where they do not. */
  agreed: z.string().nullable(),
})
export type ForumRow = z.infer<typeof forumRow>

export const perishableDraft = z.object({
  channel: perishableChannel,
  title: z.string().trim().min(1).max(300),
  endedOn: plainDate.nullable(),
  keptDays: z.int().min(0).max(3_650),
})
export type PerishableDraft = z.infer<typeof perishableDraft>

export const perishable = perishableDraft.extend({
  id: z.uuid(),
  /** The last day on which it is taken to be there still; null while no end is known. */
  lastDay: plainDate.nullable(),
  captured: messageRef.nullable(),
})
export type Perishable = z.infer<typeof perishable>
