import type { Exhibit, ExhibitGroup, ExhibitSet } from '@bridge/model/exhibit.ts'
import type { Job } from '@bridge/model/job.ts'
import { type FakeHandlers, fail, found } from './fake-handlers.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const NONE = { zh: '', en: '' }
const CHINESE = '一二三四五六七八九十'

/** Numbers and group labels follow from the order, as main does it. */
function renumber({ groups, settings }: ExhibitSet): void {
  let running = 0
  for (const [at, group] of groups.entries()) {
    group.label = { zh: `第${CHINESE[at] ?? at + 1}组证据`, en: `Group ${at + 1}` }
    for (const [place, exhibit] of group.exhibits.entries()) {
      running += 1
      const number = settings.numbering === 'by-group' ? `${at + 1}-${place + 1}` : `${running}`
      exhibit.number = settings.numberStyle === 'chinese' ? `证据${number}` : `C-${number}`
    }
  }
}

const groupOf = (world: World, groupId: string): ExhibitGroup =>
  found(world.exhibits.groups.find(({ id }) => id === groupId))

function exhibitOf(world: World, exhibitId: string): { exhibit: Exhibit; group: ExhibitGroup } {
  const group = found(
    world.exhibits.groups.find(({ exhibits }) => exhibits.some(({ id }) => id === exhibitId)),
  )
  return { exhibit: found(group.exhibits.find(({ id }) => id === exhibitId)), group }
}

function addGroup(world: World): ExhibitGroup {
  const id = fakeId('group', world.exhibits.groups.length + 1)
  const group: ExhibitGroup = { id, label: NONE, title: NONE, purpose: NONE, exhibits: [] }
  world.exhibits.groups.push(group)
  return group
}

let made = 0

function makeExhibit(items: Exhibit['items'], title: string, zh: string): Exhibit {
  made += 1
  return {
    id: fakeId('exhibit', made),
    number: '',
    kind: 'electronic-data',
    originality: 'copy-original-at-hearing',
    copies: 2,
    title: { zh, en: title },
    source: { zh: '原告自行保存', en: 'Kept by the claimant' },
    purpose: { zh: '证明被告确认欠付货款。', en: 'Proves that the respondent acknowledged the debt.' },
    content: NONE,
    notes: NONE,
    items,
  }
}

function itemOf(world: World, messageId: string, statementId: string | null): Exhibit['items'][number] {
  const { view } = found(world.messages.find((message) => message.view.id === messageId))
  return {
    messageId,
    statementId,
    label: view.subject,
    sentAt: view.date.at,
    attachmentNames: view.attachments.map(({ fileName }) => fileName),
  }
}

function addAll(
  world: World,
  exhibits: readonly Exhibit[],
  groupId: string | null,
): { exhibitIds: string[] } {
  const group = groupId ? groupOf(world, groupId) : addGroup(world)
  group.exhibits.push(...exhibits)
  renumber(world.exhibits)
  return { exhibitIds: exhibits.map(({ id }) => id) }
}

const clone = (set: ExhibitSet): ExhibitSet => structuredClone(set)

export const exhibitsHandlers: FakeHandlers<'exhibits'> = {
  'exhibits.get': (_input, world) => clone(world.exhibits),
  'exhibits.changeSettings': ({ settings }, world) => {
    Object.assign(world.exhibits.settings, settings)
    renumber(world.exhibits)
    return {}
  },
  'exhibits.addFromStatements': ({ statementIds, groupId }, world) => {
    const exhibits = statementIds.map((statementId) => {
      const statement = found(world.statements.find(({ id }) => id === statementId))
      const messages = [statement.message, ...statement.answers.map(({ message }) => message)]
      const items = messages.flatMap((message) => (message ? [itemOf(world, message.id, statementId)] : []))
      return makeExhibit(items, statement.quote.slice(0, 60), '双方往来邮件')
    })
    return addAll(world, exhibits, groupId)
  },
  'exhibits.addFromMessages': ({ messageIds, together, groupId }, world) => {
    const items = messageIds.map((messageId) => itemOf(world, messageId, null))
    const sets = together ? [items] : items.map((item) => [item])
    return addAll(
      world,
      sets.map((set) => makeExhibit(set, set[0]?.label ?? '', '电子邮件')),
      groupId,
    )
  },
  'exhibits.change': ({ exhibitId, wording }, world) => {
    Object.assign(exhibitOf(world, exhibitId).exhibit, wording)
    return {}
  },
  'exhibits.move': ({ exhibitId, groupId, position }, world) => {
    const { exhibit, group } = exhibitOf(world, exhibitId)
    group.exhibits.splice(group.exhibits.indexOf(exhibit), 1)
    groupOf(world, groupId).exhibits.splice(position, 0, exhibit)
    renumber(world.exhibits)
    return {}
  },
  'exhibits.sortByDate': (_input, world) => {
    const dateOf = ({ items }: Exhibit): string => items[0]?.sentAt ?? ''
    for (const group of world.exhibits.groups)
      group.exhibits.sort((a, b) => dateOf(a).localeCompare(dateOf(b)))
    renumber(world.exhibits)
    return {}
  },
  'exhibits.remove': ({ exhibitId }, world) => {
    const { exhibit, group } = exhibitOf(world, exhibitId)
    group.exhibits.splice(group.exhibits.indexOf(exhibit), 1)
    renumber(world.exhibits)
    return {}
  },
  'exhibits.addGroup': ({ wording }, world) => {
    const group = Object.assign(addGroup(world), wording)
    renumber(world.exhibits)
    return { groupId: group.id }
  },
  'exhibits.changeGroup': ({ groupId, wording }, world) => {
    Object.assign(groupOf(world, groupId), wording)
    return {}
  },
  'exhibits.moveGroup': ({ groupId, position }, world) => {
    const { groups } = world.exhibits
    const group = groupOf(world, groupId)
    groups.splice(groups.indexOf(group), 1)
    groups.splice(position, 0, group)
    renumber(world.exhibits)
    return {}
  },
  'exhibits.removeGroup': ({ groupId }, world) => {
    const { groups } = world.exhibits
    const group = groupOf(world, groupId)
    if (group.exhibits.length > 0) fail('GROUP_NOT_EMPTY', {})
    groups.splice(groups.indexOf(group), 1)
    renumber(world.exhibits)
    return {}
  },
  'exhibits.chooseDestination': () => ({ token: crypto.randomUUID() }),
  'exhibits.export': ({ caseId }, world, tell) => {
    if (world.exhibits.groups.every(({ exhibits }) => exhibits.length === 0)) fail('SET_EMPTY', {})
    const job: Job = {
      id: crypto.randomUUID(),
      kind: 'exhibits.export',
      caseId,
      subjectId: crypto.randomUUID(),
      state: 'done',
      phase: 'writing',
      done: 1,
      total: 1,
      failure: null,
    }
    world.jobs.unshift(job)
    setTimeout(() => tell('job', { ...job }), 100)
    return { jobId: job.id, exportId: job.subjectId }
  },
  'exhibits.listExports': () => ({ exports: [] }),
  'exhibits.revealExport': () => ({}),
}

/** Fills the list of a large scene the way a lawyer would: from its first statements, in two groups. */
export function fillExhibits(world: World): void {
  const [first, second] = [world.statements.slice(0, 4), world.statements.slice(5, 8)]
  for (const statements of [first, second]) {
    if (statements.length === 0) continue
    const statementIds = statements.map(({ id }) => id)
    exhibitsHandlers['exhibits.addFromStatements'](
      { caseId: '', statementIds, groupId: null },
      world,
      () => undefined,
    )
  }
  const [one, two] = world.exhibits.groups
  if (one) one.title = { zh: '合同成立及内容', en: 'Contract and its terms' }
  if (two) two.title = { zh: '付款及欠款', en: 'Payment and debt' }
}
