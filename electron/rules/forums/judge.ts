import type { Forum } from '@bridge/model/case.ts'
import type { Channel } from '@bridge/model/channel.ts'
import type { ForumMark, RuleOverride } from '@bridge/model/forum.ts'
import type { StatementState } from '@bridge/model/statement.ts'
import { type Condition, RULE_PACK, type RulePack } from './rule-pack.ts'

/** What a forum asks about something that was said. */
export interface Said {
  channel: Channel
  /** Of the statement, or of the statements marked in a message. */
  state: StatementState
  /** Whether what confirms it is an e-mail of the counterparty. */
  confirmedByEmail: boolean
  fromCounterparty: boolean
  /** Whether both parties agree that it is true and accurate. */
  agreed: boolean
  /** Whether the thing itself is in the vault, and not only a note of it. */
  captured: boolean
}

/**
 * What something is worth before one forum, with the rules that say so; the lawyer's own verdict where she overrode the rule that
 * decided. Pure: the same facts give the same mark.
 * @throws RangeError where no rule of the pack speaks of the channel in that forum
 */
export function judge(
  said: Said,
  forum: Forum,
  overrides: readonly RuleOverride[] = [],
  pack: RulePack = RULE_PACK,
): ForumMark {
  for (const rule of pack.rules) {
    if (!rule.forums.includes(forum)) continue
    const outcome = rule.outcomes.find(
      ({ channels, when }) => channels.includes(said.channel) && holds(when, said),
    )
    if (!outcome) continue
    const own = overrides.find(
      (each) => each.ruleId === rule.id && each.forum === forum && each.channel === said.channel,
    )
    return {
      forum,
      verdict: own?.verdict ?? outcome.verdict,
      ruleIds: [rule.id, ...outcome.also],
      say: outcome.say,
      overridden: own?.reason ?? null,
    }
  }
  throw new RangeError(`No rule on ${said.channel} before ${forum}`)
}

function holds(when: Condition, said: Said): boolean {
  const { states, ...flags } = when
  if (states && !states.includes(said.state)) return false
  return (Object.keys(flags) as (keyof typeof flags)[]).every((key) => said[key] === flags[key])
}
