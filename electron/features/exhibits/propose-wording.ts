import type { CaseRecord } from '@bridge/model/case.ts'
import type { ExhibitSettings, ExhibitWording, GroupWording } from '@bridge/model/exhibit.ts'
import type { StatementKind } from '@bridge/model/statement.ts'
import { fill } from '../../documents/fill-template.ts'
import { sayDay } from '../../documents/say-day.ts'
import type { MailPiece, Piece, RecordPiece } from './pieces.ts'
import { composeTitle, sayDetails } from './title.ts'
import { type GroupKey, inBoth, type Language, type PurposeKey, type Words } from './wording.ts'

/** Who is who in this list. */
export type Parties = Pick<ExhibitSettings, 'submitterRole'> & Pick<CaseRecord, 'clientRole'>

/** Words taken from a message or typed in, and where from. */
export interface Passage {
  quote: string
  piece: Piece
}

export interface Proposal {
  /** What it is about; undefined for messages chosen as they are. */
  about: StatementKind | undefined
  /** In the order they are printed. */
  pieces: readonly Piece[]
  /** The messages among them that confirm. */
  confirmations: readonly MailPiece[]
  passages: readonly Passage[]
}

/** `bilingual` takes at most so many characters. */
const LONGEST = 5_000

/** What the list says of an exhibit until the lawyer words it otherwise (Evidence Provisions art. 19). */
export function proposeWording(proposal: Proposal, parties: Parties): ExhibitWording {
  const { pieces, confirmations, passages } = proposal
  const typed = pieces.find((piece): piece is RecordPiece => piece.kind === 'record')
  const inChat = pieces.some((piece) => piece.kind === 'mail' && piece.form === 'chat')
  const spoken = typed?.channel === 'telephone' || typed?.channel === 'meeting'
  return {
    // A talk leaves no data: what was typed in is the party's own account (Civil Procedure Law art. 66).
    kind: spoken ? 'party-statement' : 'electronic-data',
    // A chat is shown on the telephone or computer that holds it (Evidence Provisions art. 15).
    originality: typed ? 'copy' : inChat ? 'copy-original-at-hearing' : 'original',
    copies: 1,
    title: inBoth((words, language) => clip(composeTitle(pieces, confirmations, words, language))),
    source: inBoth((words) => composeSource(pieces, sidesIn(words, parties), words)),
    purpose: inBoth((words, language) => composePurpose(proposal, parties, words, language)),
    content: inBoth((words, language) => clip(composeContent(passages, words, language))),
    notes: { zh: '', en: '' },
  }
}

/** Title and purpose of the group such exhibits go to, where the lawyer names none. */
export const proposeGroup = (key: GroupKey, parties: Parties): GroupWording => ({
  title: inBoth((words) => words.groups[key].title),
  purpose: inBoth((words) => sentence(words.groups[key].purpose, sidesIn(words, parties))),
})

const OPPOSITE = {
  plaintiff: 'defendant',
  defendant: 'plaintiff',
  claimant: 'respondent',
  respondent: 'claimant',
} as const

type Sides = Record<'us' | 'them', string>

const sidesIn = (words: Words, { submitterRole }: Parties): Sides => ({
  us: words.sides[submitterRole],
  them: words.sides[OPPOSITE[submitterRole]],
})

function composeSource(pieces: readonly Piece[], sides: Sides, words: Words): string {
  const senders = new Set(pieces.map((piece) => (piece.kind === 'mail' ? piece.side : 'record')))
  const sources: string[] = []
  if (senders.has('record')) sources.push(words.sources.record)
  if (senders.has('ours') && senders.has('theirs')) sources.push(words.sources.between)
  else if (senders.has('ours')) sources.push(words.sources.ours)
  else if (senders.has('theirs')) sources.push(words.sources.theirs)
  if (senders.has('others')) sources.push(words.sources.others)
  return sources.map((source) => fill(source, sides)).join(words.semicolon)
}

function composePurpose(
  { about, confirmations }: Proposal,
  parties: Parties,
  words: Words,
  language: Language,
): string {
  const sides = sidesIn(words, parties)
  const forms = words.purposes[purposeKey(about, parties)]
  const confirming = confirmations.find((piece) => piece.side === 'theirs') ?? confirmations[0]
  if (!confirming) return sentence(forms.said, sides)
  const when = confirming.day ? fill(words.when, { day: sayDay(confirming.day, language) }) : ''
  return sentence(forms.confirmed, { ...sides, when })
}

const purposeKey = (about: StatementKind | undefined, { clientRole }: Parties): PurposeKey => {
  if (about === undefined) return 'correspondence'
  return about === 'debt' && clientRole === 'debtor' ? 'balance' : about
}

/** A sentence begins in capitals, also where it begins with a party. */
function sentence(template: string, facts: Readonly<Record<string, string>>): string {
  const text = fill(template, facts)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function composeContent(passages: readonly Passage[], words: Words, language: Language): string {
  return passages
    .filter(({ quote }) => quote.trim() !== '')
    .map(({ quote, piece }) =>
      fill(words.passage, { quote: quote.trim(), details: sayDetails(piece, words, language) }),
    )
    .join('\n')
}

const clip = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`)
