import type { Candidate, Statement, StatementState } from '@bridge/model/statement.ts'
import { type FakeHandlers, fail, found } from './fake-handlers.ts'
import { refOf } from './make-statements.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const get = (world: World, statementId: string): Statement =>
  found(world.statements.find(({ id }) => id === statementId))

const stateOf = ({ answers, askedOn }: Statement): StatementState => {
  if (answers.some(({ verdict }) => verdict === 'denies')) return 'denied'
  if (answers.some(({ verdict }) => verdict === 'confirms')) return 'confirmed'
  return askedOn ? 'asked' : 'unconfirmed'
}

const PASSAGES = [
  '我司确认单价 USD 53.50，总价 USD 128,400.00，预付 30%，余款于提单日后 60 日内付清。',
  '货物 86 箱已于 2025 年 7 月 9 日全部收到，数量 2,400 件无误，外观完好。',
  '余款 USD 89,880.00 属实',
  'we do not accept the debt of lot 3.',
]

/** The four letters after the statement that come from the counterparty. */
function candidatesFor(world: World, statement: Statement): Candidate[] {
  const start = world.messages.findIndex(({ view }) => view.id === statement.message?.id)
  const later = world.messages.slice(start + 1).filter(({ view }) => view.fromCounterparty)
  return later.slice(0, 4).map((message, at) => ({
    message: refOf(message),
    score: 90 - at * 17,
    reasons:
      at === 0
        ? ['REPLIES_TO_STATEMENT', 'FROM_COUNTERPARTY_MAILBOX', 'SHARES_FIGURES', 'SPEAKS_OF_CONFIRMING']
        : ['FROM_COUNTERPARTY_MAILBOX', 'SOON_AFTER'],
    passage: PASSAGES.find((passage) => message.view.text.includes(passage)) ?? '',
    text: message.view.text,
    verdict: statement.answers.find((answer) => answer.message.id === message.view.id)?.verdict ?? null,
  }))
}

export const confirmationsHandlers: FakeHandlers<'confirmations'> = {
  'confirmations.list': ({ caseId }, world) => ({
    statements: caseId === fakeId('case', 1) ? world.statements.map((one) => ({ ...one })) : [],
  }),
  'confirmations.mark': ({ messageId, kind, quote, quoteStart }, world) => {
    const message = found(world.messages.find(({ view }) => view.id === messageId))
    if (!message.view.text.startsWith(quote, quoteStart)) fail('PASSAGE_NOT_FOUND', {})
    const statementId = fakeId('statement', world.statements.length + 1)
    world.statements.push({
      id: statementId,
      kind,
      channel: 'email',
      quote,
      quoteStart,
      speaker: message.view.from[0]?.name ?? '',
      saidOn: message.view.date.at?.slice(0, 10) ?? null,
      askedOn: null,
      state: 'unconfirmed',
      message: refOf(message),
      answers: [],
      createdAt: '2026-11-20T09:00:00Z',
    })
    return { statementId }
  },
  'confirmations.type': ({ kind, channel, quote, speaker, saidOn }, world) => {
    const statementId = fakeId('statement', world.statements.length + 1)
    world.statements.push({
      id: statementId,
      kind,
      channel,
      quote,
      quoteStart: null,
      speaker,
      saidOn,
      askedOn: null,
      state: 'unconfirmed',
      message: null,
      answers: [],
      createdAt: '2026-11-20T09:00:00Z',
    })
    return { statementId }
  },
  'confirmations.changeKind': ({ statementId, kind }, world) => {
    get(world, statementId).kind = kind
    return {}
  },
  'confirmations.remove': ({ statementId }, world) => {
    const items = world.exhibits.groups.flatMap(({ exhibits }) =>
      exhibits.flatMap((exhibit) => exhibit.items),
    )
    if (items.some((item) => item.statementId === statementId)) fail('STATEMENT_IN_USE', {})
    world.statements.splice(world.statements.indexOf(get(world, statementId)), 1)
    return {}
  },
  'confirmations.listCandidates': ({ statementId }, world) => ({
    candidates: candidatesFor(world, get(world, statementId)),
  }),
  'confirmations.decide': ({ statementId, messageId, verdict, quote }, world) => {
    const statement = get(world, statementId)
    const message = found(world.messages.find(({ view }) => view.id === messageId))
    if (!message.view.text.includes(quote)) fail('PASSAGE_NOT_FOUND', {})
    statement.answers = statement.answers.filter((answer) => answer.message.id !== messageId)
    statement.answers.push({ message: refOf(message), verdict, quote, decidedAt: '2026-11-20T09:00:00Z' })
    statement.state = stateOf(statement)
    return {}
  },
  'confirmations.undecide': ({ statementId, messageId }, world) => {
    const statement = get(world, statementId)
    statement.answers = statement.answers.filter((answer) => answer.message.id !== messageId)
    statement.state = stateOf(statement)
    return {}
  },
  'confirmations.draftRequest': ({ statementIds }, world) => {
    const quote = statementIds.map((id) => get(world, id).quote).join('”\n“')
    return {
      to: ['linxm@hongda-deng.example.cn'],
      subject: '请确认 / Please confirm: HD-2025-0417',
      body: `林晓敏女士：\n\n请贵司确认以下内容：\n\n“${quote}”\n\nDear Ms. Lin,\n\nPlease confirm the following by return:\n\n“${quote}”`,
    }
  },
  'confirmations.setAsked': ({ statementId, askedOn }, world) => {
    const statement = get(world, statementId)
    statement.askedOn = askedOn
    statement.state = stateOf(statement)
    return {}
  },
}
