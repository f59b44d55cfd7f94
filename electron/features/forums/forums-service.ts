import { FORUMS, type Forum } from '@bridge/model/case.ts'
import { dayWritten } from '@bridge/model/day-written.ts'
import type { ForumMark, ForumRow, ForumRule, RuleOverride } from '@bridge/model/forum.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import { judge, type Said } from '../../rules/forums/judge.ts'
import { RULE_PACK } from '../../rules/forums/rule-pack.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { listStatements } from '../confirmations/index.ts'
import { listMessageRefs } from '../evidence/index.ts'
import { readSet } from '../exhibits/index.ts'
import {
  findCaseOf,
  listAgreements,
  listOverrides,
  type OverrideKey,
  removeOverride,
  setAgreement,
  setOverride,
} from './forums-store.ts'
import { keepPerishables } from './perishables.ts'
import { listSaidByMessage, listSaidByStatement } from './said-store.ts'

export type ForumsService = ReturnType<typeof createForumsService>

/** What counts before which forum of a case, and where the lawyer decided otherwise. */
export function createForumsService(parts: ServiceParts) {
  const { store, audit, clock, ids } = parts

  const getForums = (caseId: string): Forum[] => {
    const matter = findCase(store.read, caseId)
    if (!matter) throw refusal('NOT_FOUND')
    return FORUMS.filter((each) => matter.forums.includes(each))
  }

  /** Marks for each fact, before each forum of the case. */
  const marker = (caseId: string, forums: readonly Forum[]): ((said: Said) => ForumMark[]) => {
    const overrides = listOverrides(store.read, caseId)
    return (said) => forums.map((forum) => judge(said, forum, overrides))
  }

  return {
    ...keepPerishables(parts),

    rules: (): ForumRule[] =>
      RULE_PACK.rules.map(({ forums: _forums, outcomes: _outcomes, ...rule }) => rule),

    /** @throws Refusal NOT_FOUND */
    marks(caseId: string, messageIds: readonly string[], statementIds: readonly string[]) {
      const mark = marker(caseId, getForums(caseId))
      const said = [
        ...listSaidByMessage(store.read, caseId, messageIds),
        ...listSaidByStatement(store.read, caseId, statementIds),
      ]
      return said.map(([id, facts]) => ({ id, marks: mark(facts) }))
    },

    /** @throws Refusal NOT_FOUND */
    table(caseId: string): { forums: Forum[]; rows: ForumRow[] } {
      const forums = getForums(caseId)
      const rows = [...statementRows(parts, caseId), ...messageRows(parts, caseId)]
      const mark = marker(caseId, forums)
      const agreed = listAgreements(store.read, caseId)
      return {
        forums,
        rows: rows.map(({ said, ...row }) => ({
          ...row,
          state: said.state,
          marks: mark(said),
          agreed: agreed.get(row.id) ?? null,
        })),
      }
    },

    listOverrides: (caseId: string): RuleOverride[] => listOverrides(store.read, caseId),

    /** @throws Refusal NOT_FOUND where there is no such case or rule */
    override({ caseId, ...override }: RuleOverride & { caseId: string }): void {
      store.write((writer) => {
        const isRule = RULE_PACK.rules.some(({ id }) => id === override.ruleId)
        if (!findCase(writer, caseId) || !isRule) throw refusal('NOT_FOUND')
        setOverride(writer, { ...override, caseId, madeAt: clock.now() })
        const facts = { reasonLength: override.reason.length, counts: override.verdict === 'counts' }
        audit.append(writer, { act: 'rule.overridden', objectId: caseId, facts })
      })
    },

    /** @throws Refusal NOT_FOUND */
    restoreRule(key: OverrideKey): void {
      store.write((writer) => {
        if (!removeOverride(writer, key)) throw refusal('NOT_FOUND')
        audit.append(writer, { act: 'rule.restored', objectId: key.caseId })
      })
    },

    /** @throws Refusal NOT_FOUND */
    setAgreed(kind: ForumRow['kind'], id: string, note: string | null): void {
      store.write((writer) => {
        const caseId = findCaseOf(writer, { kind, id })
        if (!caseId) throw refusal('NOT_FOUND')
        const row = note === null ? null : { id: ids.next(), caseId, note, notedAt: clock.now() }
        setAgreement(writer, { kind, id }, row)
        const act = row ? 'agreement.noted' : 'agreement.withdrawn'
        audit.append(writer, { act, objectId: id, facts: { case: factId(caseId) } })
      })
    },
  }
}

type Bare = Omit<ForumRow, 'marks' | 'agreed' | 'state'> & { said: Said }

function statementRows({ store }: ServiceParts, caseId: string): Bare[] {
  const rows = listStatements(store.read, caseId)
  const said = listSaidByStatement(
    store.read,
    caseId,
    rows.map(({ id }) => id),
  )
  const numbers = exhibitNumbers({ store }, caseId)
  return rows.flatMap((row) => {
    const facts = said.get(row.id)
    const exhibitNumbers = [...(numbers.get(row.id) ?? []), ...(numbers.get(row.messageId ?? '') ?? [])]
    const { id, quote: title, speaker: who, saidOn: on } = row
    return facts
      ? [
          {
            kind: 'statement',
            id,
            title,
            who,
            on,
            channel: facts.channel,
            exhibitNumbers: [...new Set(exhibitNumbers)],
            said: facts,
          },
        ]
      : []
  })
}

function messageRows({ store }: ServiceParts, caseId: string): Bare[] {
  const numbers = exhibitNumbers({ store }, caseId)
  const refs = listMessageRefs(store.read, [...numbers.keys()])
  const said = listSaidByMessage(store.read, caseId, [...refs.keys()])
  return [...refs.values()].flatMap(
    ({ id, subject: title, fromName, fromAddress, sentAt, sentZoneMinutes }) => {
      const facts = said.get(id)
      if (!facts) return []
      const on = sentAt && dayWritten(sentAt, sentZoneMinutes)
      const who = fromName || fromAddress
      return [
        {
          kind: 'message',
          id,
          title,
          who,
          on,
          channel: facts.channel,
          exhibitNumbers: numbers.get(id) ?? [],
          said: facts,
        },
      ]
    },
  )
}

/** Numbers of the exhibits each message or statement stands in. */
function exhibitNumbers({ store }: Pick<ServiceParts, 'store'>, caseId: string): Map<string, string[]> {
  const numbers = new Map<string, string[]>()
  const matter = findCase(store.read, caseId)
  if (!matter) return numbers
  for (const { exhibits } of readSet(store.read, matter).groups)
    for (const { number, items } of exhibits)
      for (const { messageId, statementId } of items) {
        const id = messageId ?? statementId ?? ''
        numbers.set(id, [...(numbers.get(id) ?? []), number])
      }
  return numbers
}
