import type { CaseRecord, CaseSummary } from '@bridge/model/case.ts'
import { type FakeHandlers, fail, found } from './fake-handlers.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const get = (world: World, caseId: string): CaseRecord => found(world.cases.find(({ id }) => id === caseId))

/** Only the first case holds anything. */
function summaryOf(world: World, record: CaseRecord): CaseSummary {
  const isFull = record.id === fakeId('case', 1)
  return {
    ...record,
    messageCount: isFull ? world.messages.length : 0,
    statementCount: isFull ? world.statements.length : 0,
    confirmedCount: isFull ? world.statements.filter(({ state }) => state === 'confirmed').length : 0,
    exhibitCount: isFull ? world.exhibits.groups.flatMap(({ exhibits }) => exhibits).length : 0,
  }
}

export const casesHandlers: FakeHandlers<'cases'> = {
  'cases.list': ({ search, archived }, world) => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const cases = world.cases.filter((record) => {
      const text = Object.values(record).join(' ').toLowerCase()
      return (record.archivedAt !== null) === archived && words.every((word) => text.includes(word))
    })
    return { cases: cases.map((record) => summaryOf(world, record)) }
  },
  'cases.get': ({ caseId }, world) => get(world, caseId),
  'cases.checkCode': ({ code }) => ({
    warnings: code === '' ? ['EMPTY'] : code.length === 18 ? [] : ['WRONG_LENGTH'],
  }),
  'cases.add': (draft, world) => {
    const caseId = fakeId('case', world.cases.length + 1)
    const now = '2026-11-20T09:00:00Z'
    world.cases.unshift({
      ...draft,
      id: caseId,
      revision: 1,
      createdAt: now,
      changedAt: now,
      archivedAt: null,
    })
    return { caseId }
  },
  'cases.change': ({ caseId, revision, draft }, world) => {
    const record = get(world, caseId)
    if (record.revision !== revision) fail('CHANGED_ELSEWHERE', {})
    Object.assign(record, draft, { revision: revision + 1 })
    return {}
  },
  'cases.archive': ({ caseId, archived }, world) => {
    get(world, caseId).archivedAt = archived ? '2026-11-20T09:00:00Z' : null
    return {}
  },
}
