import type { CaseRecord } from '@bridge/model/case.ts'
import type { ExhibitWording } from '@bridge/model/exhibit.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Reader } from '../../store/store.ts'
import { findStatement, listAnswers, type StoredStatement } from '../confirmations/index.ts'
import type { ItemKey } from './exhibits-store.ts'
import { byDate, findMailPiece, type MailPiece, type Piece, recordPiece } from './pieces.ts'
import { type Parties, type Passage, proposeWording } from './propose-wording.ts'
import type { GroupKey } from './wording.ts'

/** An exhibit as the app would make it. The lawyer words and orders it afterwards. */
export interface ProposedExhibit {
  group: GroupKey
  items: ItemKey[]
  wording: ExhibitWording
}

/**
 * One exhibit of a statement: the message that says it, or what was typed in, then by date the messages that the lawyer
 * accepted as confirming it. A message that does both stands in it once.
 * @throws Refusal NOT_FOUND where the statement is another case's
 */
export function proposeFromStatement(
  reader: Reader,
  matter: CaseRecord,
  parties: Parties,
  statementId: string,
): ProposedExhibit {
  const statement = findStatement(reader, statementId)
  if (!statement || statement.caseId !== matter.id) throw refusal('NOT_FOUND')
  const said = pieceOf(reader, matter, statement)
  const confirming = listAnswers(reader, [statementId])
    .filter((answer) => answer.verdict === 'confirms')
    .map((answer) => ({ quote: answer.quote, piece: getMailPiece(reader, matter, answer.messageId) }))
    .sort((a, b) => byDate(a.piece, b.piece))
  const others = confirming.filter((each) => each.piece.messageId !== statement.messageId)
  const passages: Passage[] = [
    { quote: statement.quote, piece: said },
    ...confirming.filter((each) => each.quote.trim() !== statement.quote.trim()),
  ]
  const pieces: Piece[] = [said, ...others.map((each) => each.piece)]
  const confirmations = confirming.map((each) =>
    each.piece.messageId === statement.messageId ? said : each.piece,
  )
  return {
    group: statement.kind,
    items: pieces.map(keyOf),
    wording: proposeWording(
      { about: statement.kind, pieces, confirmations: confirmations.filter(isMail), passages },
      parties,
    ),
  }
}

/**
 * One exhibit of these messages, by date.
 * @throws Refusal NOT_FOUND where one is another case's
 */
export function proposeFromMessages(
  reader: Reader,
  matter: CaseRecord,
  parties: Parties,
  messageIds: readonly string[],
): ProposedExhibit {
  const pieces = [...new Set(messageIds)].map((id) => getMailPiece(reader, matter, id)).sort(byDate)
  const wording = proposeWording({ about: undefined, pieces, confirmations: [], passages: [] }, parties)
  return { group: 'correspondence', items: pieces.map(keyOf), wording }
}

function pieceOf(reader: Reader, matter: CaseRecord, statement: StoredStatement): Piece {
  return statement.messageId === null
    ? recordPiece(statement)
    : getMailPiece(reader, matter, statement.messageId)
}

function getMailPiece(reader: Reader, matter: CaseRecord, messageId: string): MailPiece {
  const piece = findMailPiece(reader, matter, messageId)
  if (!piece) throw refusal('NOT_FOUND')
  return piece
}

const isMail = (piece: Piece): piece is MailPiece => piece.kind === 'mail'

const keyOf = (piece: Piece): ItemKey =>
  piece.kind === 'mail' ? { messageId: piece.messageId } : { statementId: piece.statementId }
