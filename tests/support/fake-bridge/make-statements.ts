import type { MessageRef, Statement, StatementKind } from '@bridge/model/statement.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'

export const refOf = ({ view }: FakeMessage): MessageRef => ({
  id: view.id,
  subject: view.subject,
  fromName: view.from[0]?.name ?? '',
  fromAddress: view.from[0]?.address ?? '',
  sentAt: view.date.at,
  sentZoneMinutes: view.date.zoneMinutes,
})

/** Passages of our own letters, by their place among the letters. */
const PASSAGES: readonly (readonly [letter: number, kind: StatementKind, quote: string])[] = [
  [
    0,
    'term',
    '2,400 LED track lights at USD 53.50 each, total USD 128,400.00, 30 % in advance, balance within 60 days of the bill of lading',
  ],
  [2, 'delivery', 'The goods were loaded on 11 June 2025, B/L NGB250611, 86 cartons, 2,400 pcs.'],
  [4, 'debt', 'The balance of USD 89,880.00 fell due on 10 August 2025.'],
  [6, 'defect', '118 drivers failed within four weeks.'],
]

/** Statements in every state, most of them from messages, every fifth typed in from a chat. */
export function makeStatements(messages: readonly FakeMessage[], count: number): Statement[] {
  return Array.from({ length: count }, (_, n) => makeStatement(messages, n))
}

function makeStatement(messages: readonly FakeMessage[], n: number): Statement {
  const base = {
    id: fakeId('statement', n + 1),
    createdAt: '2026-11-19T10:00:00Z',
    answers: [] as Statement['answers'],
  }
  if (n % 5 === 4)
    return {
      ...base,
      kind: 'debt',
      channel: 'wechat',
      quote:
        '林经理在微信中说：余款月底一定安排，最迟不超过十月底，请再宽限几天。我们已经和财务部门沟通过了，付款申请正在走流程。',
      quoteStart: null,
      speaker: '林晓敏',
      saidOn: '2025-09-12',
      askedOn: n % 10 === 4 ? '2025-09-15' : null,
      state: n % 10 === 4 ? 'asked' : 'unconfirmed',
      message: null,
    }
  const [letter, kind, quote] = PASSAGES[n % PASSAGES.length] ?? PASSAGES[0] ?? [0, 'term', '']
  const message = messages[Math.floor(n / PASSAGES.length) * 7 + letter]
  if (!message) throw new Error('statements need messages')
  const answer = messages[messages.indexOf(message) + 1]
  const state = (['confirmed', 'unconfirmed', 'denied', 'unconfirmed'] as const)[n % 4] ?? 'unconfirmed'
  const decided = answer && state !== 'unconfirmed'
  return {
    ...base,
    kind,
    channel: 'email',
    quote,
    quoteStart: message.view.text.indexOf(quote),
    speaker: message.view.from[0]?.name ?? '',
    saidOn: message.view.date.at?.slice(0, 10) ?? null,
    askedOn: null,
    state: decided ? state : 'unconfirmed',
    message: refOf(message),
    answers: decided
      ? [
          {
            message: refOf(answer),
            verdict: state === 'denied' ? 'denies' : 'confirms',
            quote: '',
            decidedAt: '2026-11-19T11:00:00Z',
          },
        ]
      : [],
  }
}
