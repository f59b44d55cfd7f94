import { expect, test } from 'vitest'
import { type Comparison, scoreCandidate } from './score-candidate.ts'

const score = (change: Partial<Comparison>) =>
  scoreCandidate({
    quote: 'the balance of EUR 146,160.00 is due',
    ownMessage: false,
    repliesToStatement: false,
    sameThread: false,
    fromCounterparty: false,
    daysAfter: null,
    text: '',
    ...change,
  })

test('a prompt reply that quotes, repeats the sum and confirms reaches a hundred, and shows its sentence', () => {
  const text =
    '您好，\n金额146,160.00欧元无误。\n谢谢！\n\n> Dear Ms Tuo,\n> the balance of EUR\n> 146,160.00 is due'
  const scored = score({
    repliesToStatement: true,
    sameThread: true,
    fromCounterparty: true,
    daysAfter: 2,
    text,
  })
  expect(scored).toEqual({
    score: 100,
    passage: '金额146,160.00欧元无误。',
    reasons: [
      'REPLIES_TO_STATEMENT',
      'FROM_COUNTERPARTY_MAILBOX',
      'SPEAKS_OF_CONFIRMING',
      'QUOTES_THE_PASSAGE',
      'SHARES_FIGURES',
      'SOON_AFTER',
    ],
  })
})

test('what only the quoted mail says is neither confirming nor a shared figure', () => {
  const scored = score({
    text: 'Dear Anna,\nwe will revert.\n\n> We confirm the balance of EUR 146,160.00 is due',
  })
  expect(scored).toMatchObject({ reasons: ['QUOTES_THE_PASSAGE'], passage: '' })
})

test('a mail that grants one thing and refuses another says both', () => {
  const { reasons } = score({ text: '数量我司确认无误。但质量我司有异议。' })
  expect(reasons).toEqual(['SPEAKS_OF_CONFIRMING', 'SPEAKS_OF_REFUSING'])
})

test('a passage broken by a quoted line would not be word for word, and is not proposed', () => {
  const text = 'we hereby confirm without any reservation that the open sum\n> is it so?\nis EUR 146,160.00'
  const { passage } = score({ text })
  expect(text).toContain(passage)
})

test('the counterparty’s own statement is its own proof, whatever its text speaks of', () => {
  const scored = score({ ownMessage: true, fromCounterparty: true, text: '我司确认……', quote: '我司确认' })
  expect(scored).toEqual({
    score: 95,
    reasons: ['COUNTERPARTYS_OWN_WORDS', 'FROM_COUNTERPARTY_MAILBOX'],
    passage: '我司确认',
  })
})

test('a quotation of a few characters proves no quoting', () => {
  expect(score({ quote: '同意', text: '> 同意' }).reasons).toEqual([])
})

test('two weeks are soon, more are not', () => {
  expect(score({ daysAfter: 14 }).reasons).toEqual(['SOON_AFTER'])
  expect(score({ daysAfter: 14.1 }).reasons).toEqual([])
})
