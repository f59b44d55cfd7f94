import type { CandidateReason } from '@bridge/model/statement.ts'
import { figuresOf } from './figures.ts'
import { ownWords, sentencesOf } from './own-words.ts'
import { speaksOf } from './speaks-of.ts'

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

// Weights order a list and decide nothing. They add up to 100 for a prompt reply from the counterparty that quotes the
// passage, repeats its figures and speaks of confirming.
const WEIGHTS: Record<CandidateReason, number> = {
  COUNTERPARTYS_OWN_WORDS: 70,
  REPLIES_TO_STATEMENT: 30,
  FROM_COUNTERPARTY_MAILBOX: 25,
  SPEAKS_OF_CONFIRMING: 15,
  SPEAKS_OF_REFUSING: 15,
  QUOTES_THE_PASSAGE: 12,
  SHARES_FIGURES: 10,
  SAME_THREAD: 8,
  SOON_AFTER: 8,
}
const SOON_DAYS = 14

interface Sentence {
  words: string
  speaks: ReturnType<typeof speaksOf>
  /** How many figures of the statement it repeats. */
  shared: number
}

/** How likely a message answers a statement, and why. Looks at the sender's own words, not at what they quote. */
export function scoreCandidate(comparison: Comparison): Scored {
  if (comparison.ownMessage) return scoreOwnMessage(comparison)
  const sentences = readSentences(comparison)
  const holds: Partial<Record<CandidateReason, boolean>> = {
    REPLIES_TO_STATEMENT: comparison.repliesToStatement,
    FROM_COUNTERPARTY_MAILBOX: comparison.fromCounterparty,
    SPEAKS_OF_CONFIRMING: sentences.some((each) => each.speaks === 'confirming'),
    SPEAKS_OF_REFUSING: sentences.some((each) => each.speaks === 'refusing'),
    QUOTES_THE_PASSAGE: quotes(comparison.text, comparison.quote),
    SHARES_FIGURES: sentences.some((each) => each.shared > 0),
    SAME_THREAD: comparison.sameThread && !comparison.repliesToStatement,
    SOON_AFTER: comparison.daysAfter !== null && comparison.daysAfter <= SOON_DAYS,
  }
  return { ...weigh(holds), passage: bestPassage(sentences, comparison.text) }
}

/** What the counterparty itself wrote needs nobody to confirm it. */
const scoreOwnMessage = ({ quote, fromCounterparty }: Comparison): Scored => ({
  ...weigh({ COUNTERPARTYS_OWN_WORDS: true, FROM_COUNTERPARTY_MAILBOX: fromCounterparty }),
  passage: quote,
})

function weigh(holds: Partial<Record<CandidateReason, boolean>>): Pick<Scored, 'score' | 'reasons'> {
  const reasons = (Object.keys(WEIGHTS) as CandidateReason[]).filter((reason) => holds[reason])
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0)
  return { score: Math.min(100, sum), reasons }
}

function readSentences({ text, quote }: Comparison): Sentence[] {
  const figures = figuresOf(quote)
  return sentencesOf(ownWords(text)).map((words) => ({
    words,
    speaks: speaksOf(words),
    shared: figuresOf(words).filter((figure) => figures.includes(figure)).length,
  }))
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

/** The sentence that answers most; word for word as it stands in the message, or nothing. */
function bestPassage(sentences: readonly Sentence[], text: string): string {
  const weightOf = ({ speaks, shared }: Sentence) => shared * 2 + (speaks ? 3 : 0)
  const answering = sentences.filter((each) => weightOf(each) > 0 && text.includes(each.words))
  return answering.toSorted((a, b) => weightOf(b) - weightOf(a))[0]?.words ?? ''
}
