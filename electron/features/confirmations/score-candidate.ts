import type { CandidateReason } from '@bridge/model/statement.ts'
import { ownWords, sentencesOf } from './own-words.ts'

/** What is compared: the statement, and one message that came after it. */
export interface Comparison {
  quote: string
  /** The statement stands in the counterparty's own mail, and this is that mail. */
  ownMessage: boolean
  repliesToStatement: boolean
  sameThread: boolean
  fromCounterparty: boolean
  daysAfter: number | null
  text: string
}

export interface Scored {
  score: number
  reasons: CandidateReason[]
  passage: string
}

// Weights order a list and decide nothing. They add up to 100 for a reply from the counterparty that quotes the passage,
// repeats its figures and speaks of confirming.
const WEIGHTS: Record<CandidateReason, number> = {
  COUNTERPARTYS_OWN_WORDS: 70,
  REPLIES_TO_STATEMENT: 30,
  FROM_COUNTERPARTY_MAILBOX: 25,
  SPEAKS_OF_CONFIRMING: 15,
  SPEAKS_OF_REFUSING: 15,
  QUOTES_THE_PASSAGE: 12,
  SHARES_FIGURES: 10,
  SAME_THREAD: 8,
  SOON_AFTER: 4,
}
const SOON_DAYS = 14

const CONFIRMING =
  /确认|同意|无误|属实|认可|没有?问题|没有异议|无异议|收到(了|货|货物)|已收到|可以的|好的|\b(confirm(ed|s|ing)?|agreed?|acknowledg\w*|accept(ed|s)?|correct|received in good order|no objections?|that is right|ok(ay)?)\b/iu
const REFUSING =
  /不同意|不认可|不承认|不确认|拒绝|无法接受|不能接受|有异议|不属实|从未|\b(do(es)? not (agree|accept|owe)|disagree|den(y|ies|ied)|dispute[ds]?|refuse[ds]?|reject(ed|s)?|never (agreed|received|ordered)|cannot accept)\b/iu

/** How likely a message answers a statement, and why. Looks only at the sender's own words, not at what they quote. */
export function scoreCandidate(comparison: Comparison): Scored {
  const own = ownWords(comparison.text)
  const figures = figuresOf(comparison.quote)
  const refuses = REFUSING.test(own)
  const holds: Partial<Record<CandidateReason, boolean>> = {
    COUNTERPARTYS_OWN_WORDS: comparison.ownMessage,
    REPLIES_TO_STATEMENT: comparison.repliesToStatement,
    FROM_COUNTERPARTY_MAILBOX: comparison.fromCounterparty,
    SPEAKS_OF_CONFIRMING: !comparison.ownMessage && !refuses && CONFIRMING.test(own),
    SPEAKS_OF_REFUSING: !comparison.ownMessage && refuses,
    QUOTES_THE_PASSAGE: !comparison.ownMessage && quotes(comparison.text, comparison.quote),
    SHARES_FIGURES: !comparison.ownMessage && figures.some((figure) => figuresOf(own).includes(figure)),
    SAME_THREAD: comparison.sameThread && !comparison.repliesToStatement && !comparison.ownMessage,
    SOON_AFTER: comparison.daysAfter !== null && comparison.daysAfter <= SOON_DAYS && !comparison.ownMessage,
  }
  const reasons = (Object.keys(WEIGHTS) as CandidateReason[]).filter((reason) => holds[reason])
  const score = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0),
  )
  return { score, reasons, passage: comparison.ownMessage ? comparison.quote : bestSentence(own, figures) }
}

/** Numbers of three digits and more, without their separators: sums, quantities, order numbers. */
export function figuresOf(text: string): string[] {
  const found = text.match(/\d[\d,.'’ ]*\d/gu) ?? []
  return [...new Set(found.map((figure) => figure.replace(/[.,]\d{2}$/u, '').replace(/\D/gu, '')))].filter(
    (figure) => figure.length >= 3,
  )
}

const squeeze = (text: string): string =>
  text
    .replace(/^[>＞|\s]+/gmu, '')
    .replace(/\s+/gu, '')
    .toLowerCase()

/** Whether a text repeats a passage of at least eight characters, whatever its line breaks and quote marks. */
function quotes(text: string, passage: string): boolean {
  const wanted = squeeze(passage)
  return wanted.length >= 8 && squeeze(text).includes(wanted)
}

function bestSentence(own: string, figures: readonly string[]): string {
  const weigh = (sentence: string): number => {
    const shared = figuresOf(sentence).filter((figure) => figures.includes(figure)).length
    return shared * 2 + (CONFIRMING.test(sentence) || REFUSING.test(sentence) ? 3 : 0)
  }
  let best = ''
  let weight = 0
  for (const sentence of sentencesOf(own)) {
    const here = weigh(sentence)
    if (here > weight) [best, weight] = [sentence, here]
  }
  return best
}
