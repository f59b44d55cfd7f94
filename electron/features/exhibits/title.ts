import { fill } from '../../documents/fill-template.ts'
import { sayDay } from '../../documents/say-day.ts'
import type { MailPiece, Piece } from './pieces.ts'
import type { Language, Words } from './wording.ts'

/** A subject longer than this is cut: the title must still fit the column. */
const SUBJECT_LENGTH = 160

/** 电子邮件《…》（王丽华致Martin Keller，2024年9月12日）及…的确认邮件: what the exhibit is, exact enough to find it by. */
export function composeTitle(
  pieces: readonly Piece[],
  confirmations: readonly MailPiece[],
  words: Words,
  language: Language,
): string {
  const said = pieces.filter((piece) => piece.kind === 'record' || !confirmations.includes(piece))
  const [first, ...more] = said.length > 0 ? said : pieces
  if (!first) return ''
  const mails = [first, ...more].filter((piece) => piece.kind === 'mail')
  const main = more.length > 0 ? titleOfMany(mails, words, language) : titleOfOne(first, words, language)
  return said.length > 0 ? main + sayConfirmations(confirmations, words, language) : main
}

/** Who wrote to whom, or who spoke, and when. */
export function sayDetails(piece: Piece, words: Words, language: Language): string {
  const who = piece.kind === 'mail' ? sayWho(piece, words) : piece.speaker
  return [who || words.noName, piece.day ? sayDay(piece.day, language) : words.noDate].join(words.comma)
}

function titleOfOne(piece: Piece, words: Words, language: Language): string {
  const details = sayDetails(piece, words, language)
  return piece.kind === 'mail' && piece.form !== 'chat'
    ? fill(words.titles.mail, { subject: saySubject(piece, words), details })
    : sayRecord(piece, details, words)
}

const sayRecord = ({ channel }: Pick<Piece, 'channel'>, details: string, words: Words): string =>
  fill(words.titles.record, { channel: words.channels[channel], details })

function titleOfMany(mails: readonly MailPiece[], words: Words, language: Language): string {
  const [first] = mails
  if (first?.form === 'chat') {
    const details = [saySubject(first, words), saySpan(mails, words, language)].join(words.comma)
    return sayRecord(first, details, words)
  }
  return fill(words.titles.mails, {
    subject: first ? saySubject(first, words) : '',
    count: mails.length,
    span: saySpan(mails, words, language),
  })
}

function sayConfirmations(confirmations: readonly MailPiece[], words: Words, language: Language): string {
  const [first, ...more] = confirmations
  if (!first) return ''
  if (more.length > 0) {
    const span = saySpan(confirmations, words, language)
    return fill(words.titles.confirmations, { count: confirmations.length, span })
  }
  const name = first.from || words.noName
  return first.day
    ? fill(words.titles.confirmation, { name, day: sayDay(first.day, language) })
    : fill(words.titles.confirmationUndated, { name })
}

function sayWho({ from, to, toMore }: MailPiece, words: Words): string {
  if (to === '') return from
  return fill(words.who, { from: from || words.noName, to: toMore ? fill(words.more, { name: to }) : to })
}

function saySubject({ subject }: MailPiece, words: Words): string {
  const line = subject.replace(/\s+/gu, ' ').trim()
  if (line === '') return words.noSubject
  const characters = [...line]
  return characters.length <= SUBJECT_LENGTH ? line : `${characters.slice(0, SUBJECT_LENGTH).join('')}…`
}

function saySpan(mails: readonly MailPiece[], words: Words, language: Language): string {
  const days = mails.flatMap((mail) => mail.day ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return words.noDate
  if (first === last) return sayDay(first, language)
  return fill(words.span, { first: sayDay(first, language), last: sayDay(last, language) })
}
