import {
  type Finding,
  SCORE_FACTORS,
  type ScoreFactor,
  type ScoreLine,
  type ScoreMark,
  scoreMark,
} from '@bridge/model/authenticity.ts'
import { bilingual } from '@bridge/model/exhibit.ts'
import { z } from 'zod'
import resource from '../../resources/wording/score-card.json' with { type: 'json' }

const words = z
  .object({
    version: z.string(),
    factors: z.record(
      z.string(),
      z.object({
        title: bilingual,
        advice: bilingual,
        reasons: z.record(z.string(), bilingual.extend({ mark: scoreMark })),
      }),
    ),
    said: z.record(scoreMark, bilingual),
  })
  .parse(resource)

/** What only the lawyer can say. */
export const ASKED_FACTORS: readonly ScoreFactor[] = [9, 10, 12]

/** What the app knows of a message beside its bytes. */
export interface ScoreFacts {
  readonly form: 'mail' | 'chat' | 'document'
  readonly readable: boolean
  readonly findings: readonly Finding[]
  /** Accounts that the message was exported from, as the imports state; and whether any import states anything. */
  readonly accounts: readonly string[]
  readonly provenanceStated: boolean
  readonly identity: 'founded' | 'listed' | 'unlisted'
  readonly thread: { messages: number; bothSides: boolean; missing: number }
  readonly attachments: { count: number; elsewhere: number }
  readonly custodyLines: number
  readonly confirmation: 'confirmed' | 'denied' | 'open' | 'unmarked'
  readonly marks: readonly { factor: ScoreFactor; mark: ScoreMark; note: string }[]
}

type Reasons = Record<string, (facts: ScoreFacts) => string>

const REASONS = {
  1: (facts) => {
    if (!facts.readable) return 'unreadable'
    if (facts.form !== 'mail') return 'not-mail'
    return found(facts, 'received.steps', 'none') ? 'headerless' : 'native'
  },
  2: ({ accounts, provenanceStated }) =>
    new Set(accounts).size > 1 ? 'several' : provenanceStated ? 'stated' : 'unstated',
  3: (facts) => {
    if (facts.form !== 'mail' || !facts.readable) return 'not-mail'
    if (contradicted(facts)) return 'contradicted'
    if (found(facts, 'received.steps', 'none')) return 'stripped'
    return found(facts, 'received.steps', 'single') ? 'partial' : 'full'
  },
  4: (facts) => {
    if (facts.form !== 'mail' || !facts.readable) return 'not-mail'
    if (found(facts, 'reply-to', 'elsewhere')) return 'led-elsewhere'
    const isFailed = ['fails', 'body-differs'].some((outcome) => found(facts, 'dkim', outcome))
    if (found(facts, 'dkim.domain', 'aligned') && !found(facts, 'dkim.partial', 'partial')) return 'signed'
    if (isFailed || found(facts, 'server.results', 'failed')) return 'failed'
    if (found(facts, 'server.results', 'passed')) return 'noted'
    const saysLittle = ['verified', 'weak-key', 'weak-algorithm'].some((each) => found(facts, 'dkim', each))
    if (saysLittle || found(facts, 'server.results', 'unaligned')) return 'says-little'
    return found(facts, 'dkim', 'none') ? 'none' : 'untested'
  },
  5: (facts) => {
    if (facts.identity !== 'unlisted') return facts.identity
    return found(facts, 'sender.free-mail', 'free') ? 'free' : 'unlisted'
  },
  6: ({ thread: { messages, bothSides, missing } }) =>
    messages < 2 ? 'alone' : bothSides && missing === 0 ? 'unbroken' : 'gaps',
  7: ({ attachments: { count, elsewhere } }) =>
    count === 0 ? 'none' : elsewhere > 0 ? 'elsewhere' : 'listed',
  8: ({ custodyLines }) => (custodyLines > 0 ? 'kept' : 'unlogged'),
  9: () => 'unasked',
  10: () => 'unasked',
  11: ({ confirmation }) => confirmation,
  12: () => 'unasked',
} satisfies Reasons

const found = ({ findings }: ScoreFacts, id: string, outcome: string): boolean =>
  findings.some((finding) => finding.id === id && finding.outcome === outcome)

const contradicted = ({ findings }: ScoreFacts): boolean =>
  findings.some(
    ({ group, verdict }) =>
      verdict === 'inconsistent' && (group === 'transit' || group === 'identifiers' || group === 'headers'),
  )

/**
 * The twelve factors of an e-mail's strength, each with its reason. There is no sum: what the factors weigh together is for the court
 * (EVID 93, 94; CPLI 108).
 */
export function scoreCard(facts: ScoreFacts): ScoreLine[] {
  return SCORE_FACTORS.map((factor) => {
    const worded = words.factors[String(factor)]
    const reason = worded?.reasons[REASONS[factor](facts)]
    if (!worded || !reason) throw new TypeError(`No wording for factor ${factor}`)
    const said = facts.marks.find((each) => each.factor === factor)
    const mark = said?.mark ?? reason.mark
    return {
      factor,
      title: worded.title,
      mark,
      reason: said ? words.said[said.mark] : { zh: reason.zh, en: reason.en },
      advice: mark === 'strong' ? null : worded.advice,
      asked: ASKED_FACTORS.includes(factor),
      note: said?.note ?? '',
    }
  })
}
