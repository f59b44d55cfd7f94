import { forum } from '@bridge/model/case.ts'
import { channel } from '@bridge/model/channel.ts'
import { forumRule, forumVerdict } from '@bridge/model/forum.ts'
import { statementState } from '@bridge/model/statement.ts'
import { z } from 'zod'
import resource from '../../../resources/rules/channels.json' with { type: 'json' }

/** What must hold for an outcome; what is not named does not matter. */
const condition = z.strictObject({
  states: z.array(statementState).min(1).optional(),
  confirmedByEmail: z.boolean().optional(),
  fromCounterparty: z.boolean().optional(),
  agreed: z.boolean().optional(),
  captured: z.boolean().optional(),
})
export type Condition = z.infer<typeof condition>

const outcome = z.strictObject({
  channels: z.array(channel).min(1),
  when: condition,
  verdict: forumVerdict,
  also: z.array(forumRule.shape.id),
  say: forumRule.shape.text,
})

const packedRule = forumRule.extend({ forums: z.array(forum), outcomes: z.array(outcome) }).strict()

const pack = z
  .strictObject({
    version: z.int(),
    /** How long a platform is taken to keep what it may delete "after a reasonable time": the app's assumption, no rule's. */
    perishables: z.strictObject({ keptDays: z.int().positive(), ruleIds: z.array(forumRule.shape.id) }),
    rules: z.array(packedRule),
  })
  .superRefine(({ perishables, rules }, context) => {
    const ids = rules.map(({ id }) => id)
    for (const id of ids.filter((each, at) => ids.indexOf(each) !== at))
      context.addIssue({ code: 'custom', message: `Rule ${id} stands twice` })
    const named = [
      ...perishables.ruleIds,
      ...rules.flatMap(({ outcomes }) => outcomes.flatMap(({ also }) => also)),
    ]
    for (const id of named.filter((each) => !ids.includes(each)))
      context.addIssue({ code: 'custom', message: `Rule ${id} is named and not there` })
  })
export type RulePack = z.infer<typeof pack>

/** Reads a rule pack. Throws a `ZodError` that says what is wrong with it. */
export const parseRulePack = (value: unknown): RulePack => pack.parse(value)

/** The pack this version of the app brings. */
export const RULE_PACK: RulePack = parseRulePack(resource)
