import { FORUMS, type Forum } from '@bridge/model/case.ts'
import { CHANNELS } from '@bridge/model/channel.ts'
import { STATEMENT_STATES } from '@bridge/model/statement.ts'
import { expect, test } from 'vitest'
import { judge, type Said } from './judge.ts'
import { parseRulePack, RULE_PACK } from './rule-pack.ts'

const said = (change: Partial<Said>): Said => ({
  channel: 'email',
  state: 'unconfirmed',
  confirmedByEmail: false,
  fromCounterparty: true,
  agreed: false,
  captured: true,
  ...change,
})
const confirmed = { state: 'confirmed', confirmedByEmail: true } as const
const NOTE = { captured: false, fromCounterparty: false }

test.each<[string, Forum, Partial<Said>, string, string]>([
  ['an e-mail of theirs', 'prc-court', {}, 'counts', 'EVID-14'],
  ['an e-mail of ours', 'prc-court', { fromCounterparty: false }, 'counts-if-confirmed', 'EVID-14'],
  ['our e-mail, confirmed', 'prc-court', { ...confirmed, fromCounterparty: false }, 'counts', 'CJO-6'],
  ['a chat', 'prc-court', { channel: 'wechat' }, 'counts-if-confirmed', 'EVID-90'],
  ['a chat, confirmed by e-mail', 'prc-court', { channel: 'wechat', ...confirmed }, 'counts', 'CJO-6'],
  [
    'a chat, confirmed in the chat',
    'prc-court',
    { channel: 'wechat', state: 'confirmed' },
    'counts-if-confirmed',
    'EVID-90',
  ],
  ['a note of a chat', 'prc-court', { channel: 'wechat', ...NOTE }, 'counts-if-confirmed', 'EVID-15'],
  ['a telephone call', 'prc-court', { channel: 'telephone', ...NOTE }, 'counts-if-confirmed', 'CJO-7'],
  ['a denial', 'prc-court', { channel: 'wechat', state: 'denied' }, 'contested', 'CPLI-108'],
  ['a denial of their own e-mail', 'hkiac', { state: 'denied' }, 'contested', 'CPLI-108'],
  ['a paper', 'prc-court', { channel: 'document' }, 'counts-if-confirmed', 'EVID-92'],
  ['a paper both agree on', 'prc-court', { channel: 'document', agreed: true }, 'counts', 'EVID-92'],
  ['a paper, confirmed', 'prc-court', { channel: 'document', ...confirmed }, 'counts', 'CJO-6'],
  ['a paper', 'hkiac', { channel: 'document' }, 'counts-if-confirmed', 'TRIB-1'],
  ['a paper both agree on', 'hkiac', { channel: 'document', agreed: true }, 'counts', 'TRIB-1'],
  [
    'a complaint not captured',
    'prc-court',
    { channel: 'complaint-center', ...NOTE },
    'lost-when-deleted',
    'CJO-4',
  ],
  [
    'an Alibaba chat not captured',
    'cietac',
    { channel: 'alibaba-chat', ...NOTE },
    'lost-when-deleted',
    'CJO-5',
  ],
  ['an e-mail of theirs', 'cietac', {}, 'counts', 'CEV-1'],
  ['an e-mail of theirs', 'hkiac', {}, 'counts', 'TRIB-1'],
  ['a chat', 'hkiac', { channel: 'whatsapp' }, 'counts-if-confirmed', 'TRIB-1'],
  ['the official chat', 'alibaba-mediation', { channel: 'alibaba-chat' }, 'counts', 'CJO-3'],
  ['an e-mail', 'alibaba-mediation', {}, 'does-not-count', 'CJO-3'],
  ['an e-mail both agree on', 'alibaba-mediation', { agreed: true }, 'counts', 'CJO-3'],
  ['a confirmed e-mail', 'alibaba-mediation', confirmed, 'counts-if-confirmed', 'CJO-3'],
  ['a WeChat', 'alibaba-mediation', { channel: 'wechat' }, 'does-not-count', 'CJO-3'],
  ['a contract on paper', 'alibaba-mediation', { channel: 'document' }, 'does-not-count', 'CJO-3'],
  ['旺旺', 'aliexpress-dispute', { channel: 'alibaba-chat' }, 'counts', 'SVC-4'],
  ['a picture of a WeChat', 'aliexpress-dispute', { channel: 'wechat' }, 'reference-only', 'SVC-4'],
  ['an e-mail', 'aliexpress-dispute', {}, 'reference-only', 'SVC-4'],
  ['a telephone call', 'aliexpress-dispute', { channel: 'telephone', ...NOTE }, 'does-not-count', 'SVC-4'],
])('%s before %s', (_what, forum, change, verdict, ruleId) => {
  const mark = judge(said(change), forum)
  expect([mark.verdict, mark.ruleIds[0]]).toEqual([verdict, ruleId])
})

test('an unconfirmed chat is said not to be inadmissible', () => {
  const { say, ruleIds } = judge(said({ channel: 'wechat' }), 'prc-court')
  expect(say.en).toContain('not inadmissible')
  expect(say.zh).toContain('并非不可采纳')
  expect(ruleIds).toEqual(['EVID-90', 'EVID-14', 'CJO-7'])
})

test('no fact is without a mark before any forum', () => {
  const yesNo = [true, false]
  for (const forum of FORUMS)
    for (const channel of CHANNELS)
      for (const state of STATEMENT_STATES)
        for (const confirmedByEmail of yesNo)
          for (const fromCounterparty of yesNo)
            for (const agreed of yesNo)
              for (const captured of yesNo) {
                const facts = { channel, state, confirmedByEmail, fromCounterparty, agreed, captured }
                expect(judge(facts, forum).ruleIds.length).toBeGreaterThan(0)
              }
})

test('a confirmation never makes anything count for less', () => {
  const worth = ['does-not-count', 'lost-when-deleted', 'reference-only', 'counts-if-confirmed', 'counts']
  const worthOf = (facts: Partial<Said>, forum: Forum) => worth.indexOf(judge(said(facts), forum).verdict)
  for (const forum of FORUMS)
    for (const channel of CHANNELS)
      for (const captured of [true, false])
        for (const agreed of [true, false]) {
          const facts = { channel, captured, agreed }
          expect(worthOf({ ...facts, ...confirmed }, forum)).toBeGreaterThanOrEqual(worthOf(facts, forum))
          expect(worthOf({ ...facts, agreed: true }, forum)).toBeGreaterThanOrEqual(worthOf(facts, forum))
        }
})

test('an override decides for its channel, its forum and its rule alone, and its reason is shown', () => {
  const override = {
    ruleId: 'CJO-3',
    forum: 'alibaba-mediation',
    channel: 'wechat',
    verdict: 'reference-only',
    reason: 'The mediator asked for it.',
  } as const
  expect(judge(said({ channel: 'wechat' }), 'alibaba-mediation', [override])).toMatchObject({
    verdict: 'reference-only',
    overridden: 'The mediator asked for it.',
  })
  for (const [channel, forum] of [
    ['whatsapp', 'alibaba-mediation'],
    ['wechat', 'prc-court'],
  ] as const)
    expect(judge(said({ channel }), forum, [override]).overridden).toBeNull()
})

test('a pack that names a rule it does not hold, or one twice, is refused', () => {
  const [rule] = RULE_PACK.rules
  const pack = { ...RULE_PACK, perishables: { keptDays: 30, ruleIds: [] } }
  expect(() => parseRulePack({ ...pack, rules: [rule, rule] })).toThrow('stands twice')
  expect(() => parseRulePack({ ...pack, rules: [rule] })).toThrow('CJO-5 is named and not there')
  expect(() => parseRulePack({ ...pack, rules: [{ ...rule, verdict: 'counts' }] })).toThrow()
})
