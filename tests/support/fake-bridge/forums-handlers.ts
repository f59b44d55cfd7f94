import { FORUMS } from '@bridge/model/case.ts'
import type { ForumRow, Perishable, RuleOverride } from '@bridge/model/forum.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { judge, type Said } from '../../../electron/rules/forums/judge.ts'
import { lastDay } from '../../../electron/rules/forums/last-day.ts'
import { RULE_PACK } from '../../../electron/rules/forums/rule-pack.ts'
import { type FakeHandlers, found } from './fake-handlers.ts'
import { refOf } from './make-statements.ts'
import { fakeId, type Scene } from './scenes.ts'
import type { World } from './world.ts'

const perishableId = (n: number): string => `b0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export interface FakeForums {
  overrides: RuleOverride[]
  agreed: Map<string, string>
  perishables: Perishable[]
}

/** Three perishables: overdue, soon, and captured. */
export function makeForums(size: Scene['size']): FakeForums {
  const bare = { captured: null, keptDays: 30 }
  const dated = (n: number, title: string, endedOn: string | null): Perishable => ({
    ...bare,
    id: perishableId(n),
    channel: n === 2 ? 'alibaba-chat' : 'complaint-center',
    title,
    endedOn,
    lastDay: endedOn && lastDay(endedOn, bare.keptDays),
  })
  const perishables =
    size === 'none'
      ? []
      : [
          dated(1, 'Complaint 2025-881743, drivers of lot 3', '2026-01-10'),
          dated(2, 'TradeManager, hongda_lin with nordlys_marta', null),
          dated(3, 'Complaint 2026-010022, balance unpaid', new Date().toISOString().slice(0, 10)),
        ]
  return { overrides: [], agreed: new Map(), perishables }
}

const saidOf = (world: World, { id, channel, state, message }: Statement): Said => ({
  ...{ channel, state, confirmedByEmail: state === 'confirmed', captured: message !== null },
  agreed: world.forums.agreed.has(id),
  fromCounterparty:
    world.messages.find(({ view }) => view.id === message?.id)?.view.fromCounterparty ?? false,
})

const forumsOf = (world: World, caseId: string) => {
  const { forums } = found(world.cases.find(({ id }) => id === caseId))
  return FORUMS.filter((each) => forums.includes(each))
}

const marksOf = (world: World, caseId: string, said: Said) =>
  forumsOf(world, caseId).map((forum) => judge(said, forum, world.forums.overrides))

function messageSaid(world: World, id: string): Said {
  const { view } = found(world.messages.find((each) => each.view.id === id))
  const { channel, fromCounterparty } = view
  const facts = { state: 'unconfirmed', confirmedByEmail: false, captured: true } as const
  return { channel, fromCounterparty, ...facts, agreed: world.forums.agreed.has(id) }
}

function rowOf(world: World, caseId: string, statement: Statement): ForumRow {
  const { id, quote, speaker, saidOn, channel, state } = statement
  return {
    ...{ kind: 'statement', id, title: quote, who: speaker, on: saidOn, channel, state },
    exhibitNumbers: [],
    marks: marksOf(world, caseId, saidOf(world, statement)),
    agreed: world.forums.agreed.get(id) ?? null,
  }
}

const getPerishable = (world: World, id: string): Perishable =>
  found(world.forums.perishables.find((each) => each.id === id))

export const forumsHandlers: FakeHandlers<'forums'> = {
  'forums.rules': () => ({ rules: RULE_PACK.rules.map(({ forums: _f, outcomes: _o, ...rule }) => rule) }),
  'forums.marks': ({ caseId, messageIds, statementIds }, world) => ({
    marked: [
      ...messageIds
        .filter((id) => world.messages.some(({ view }) => view.id === id))
        .map((id) => ({ id, marks: marksOf(world, caseId, messageSaid(world, id)) })),
      ...world.statements
        .filter(({ id }) => statementIds.includes(id))
        .map((each) => ({ id: each.id, marks: marksOf(world, caseId, saidOf(world, each)) })),
    ],
  }),
  'forums.table': ({ caseId }, world) => ({
    forums: forumsOf(world, caseId),
    rows: caseId === fakeId('case', 1) ? world.statements.map((each) => rowOf(world, caseId, each)) : [],
  }),
  'forums.listOverrides': (_input, world) => ({ overrides: world.forums.overrides }),
  'forums.override': ({ caseId: _caseId, ...override }, world) => {
    const { overrides } = world.forums
    world.forums.overrides = [...overrides.filter((each) => !isSame(each, override)), override]
    return {}
  },
  'forums.restoreRule': (key, world) => {
    world.forums.overrides = world.forums.overrides.filter((each) => !isSame(each, key))
    return {}
  },
  'forums.setAgreed': ({ id, note }, world) => {
    if (note === null) world.forums.agreed.delete(id)
    else world.forums.agreed.set(id, note)
    return {}
  },
}

type Key = Pick<RuleOverride, 'ruleId' | 'forum' | 'channel'>
const isSame = (a: Key, b: Key): boolean =>
  a.ruleId === b.ruleId && a.forum === b.forum && a.channel === b.channel

export const perishablesHandlers: FakeHandlers<'perishables'> = {
  'perishables.list': ({ caseId }, world) => ({
    perishables: caseId === fakeId('case', 1) ? structuredClone(world.forums.perishables) : [],
    captures: world.messages.slice(0, 2).map(refOf),
    assumedDays: RULE_PACK.perishables.keptDays,
    uncapturedStatements: world.statements.filter(({ channel }) => channel === 'alibaba-chat').length,
  }),
  'perishables.add': ({ draft }, world) => {
    const id = perishableId(world.forums.perishables.length + 1)
    const last = draft.endedOn && lastDay(draft.endedOn, draft.keptDays)
    world.forums.perishables.push({ ...draft, id, lastDay: last, captured: null })
    return { perishableId: id }
  },
  'perishables.change': ({ perishableId, draft }, world) => {
    const last = draft.endedOn && lastDay(draft.endedOn, draft.keptDays)
    Object.assign(getPerishable(world, perishableId), draft, { lastDay: last })
    return {}
  },
  'perishables.capture': ({ perishableId, messageId }, world) => {
    const message = world.messages.find(({ view }) => view.id === messageId)
    getPerishable(world, perishableId).captured = message ? refOf(message) : null
    return {}
  },
  'perishables.remove': ({ perishableId }, world) => {
    const { perishables } = world.forums
    perishables.splice(perishables.indexOf(getPerishable(world, perishableId)), 1)
    return {}
  },
}
