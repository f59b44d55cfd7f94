import type { Candidate, Statement, Verdict } from '@bridge/model/statement.ts'
import { expect, it } from 'vitest'
import { entriesOf } from './entries.ts'

const message = (id: string) => ({
  id,
  subject: id,
  fromName: '',
  fromAddress: '',
  sentAt: null,
  sentZoneMinutes: null,
})
const candidate = (id: string, score: number): Candidate => ({
  message: message(id),
  score,
  reasons: [],
  passage: `${id} passage`,
  text: `${id} passage and more`,
  verdict: null,
})
const statement = (answers: readonly (readonly [string, Verdict, string])[]): Statement => ({
  id: 's',
  kind: 'debt',
  channel: 'email',
  quote: 'q',
  quoteStart: 0,
  speaker: '',
  saidOn: null,
  askedOn: null,
  state: 'unconfirmed',
  message: null,
  answers: answers.map(([id, verdict, quote]) => ({
    message: message(id),
    verdict,
    quote,
    decidedAt: '2026-01-01T00:00:00Z',
  })),
  createdAt: '2026-01-01T00:00:00Z',
})

it('puts decided answers first and what was set aside last, and keeps the ranking between', () => {
  const entries = entriesOf(
    statement([
      ['b', 'rejected', ''],
      ['c', 'confirms', 'own words'],
      ['elsewhere', 'denies', 'no'],
    ]),
    [candidate('a', 90), candidate('b', 80), candidate('c', 70), candidate('d', 60)],
  )
  expect(entries.map((entry) => entry.message.id)).toEqual(['elsewhere', 'c', 'a', 'd', 'b'])
})

it('shows the passage the lawyer decided on rather than the proposed one', () => {
  const [first] = entriesOf(statement([['a', 'confirms', 'own words']]), [candidate('a', 90)])
  expect(first?.passage).toBe('own words')
})
