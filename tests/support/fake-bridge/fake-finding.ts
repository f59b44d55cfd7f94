import type { MessageRow } from '@bridge/model/evidence.ts'
import type { Hit, MessageFilter, Place } from '@bridge/model/finding.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

export const exhibitsWith = (world: World, messageId: string) =>
  world.exhibits.groups
    .flatMap(({ exhibits }) => exhibits)
    .filter(({ items }) => items.some((item) => item.messageId === messageId))

function rowOf(world: World, { view, threadId }: FakeMessage): MessageRow {
  const own = world.statements.filter(({ message }) => message?.id === view.id)
  const answers = world.statements.filter((one) => one.answers.some(({ message }) => message.id === view.id))
  return {
    id: view.id,
    threadId,
    form: view.form,
    channel: view.channel,
    subject: view.subject,
    fromName: view.from[0]?.name ?? '',
    fromAddress: view.from[0]?.address ?? '',
    fromCounterparty: view.fromCounterparty,
    flags: view.flags,
    sentAt: view.date.at,
    sentZoneMinutes: view.date.zoneMinutes,
    preview: view.text.replaceAll(/\s+/g, ' ').slice(0, 160),
    attachmentCount: view.attachments.length,
    statements: own.map(({ state }) => state),
    answerCount: answers.length,
    exhibitCount: exhibitsWith(world, view.id).length,
    copyCount: 0,
    copyOf: null,
    hit: null,
    unreadable: view.unreadable,
  }
}

interface Asked {
  caseId: string
  search: string
  filter: MessageFilter
}

const wordsOf = (search: string): string[] => search.toLowerCase().split(/\s+/).filter(Boolean)

/** Rows of the case that pass, in the order they were sent; the words are looked for as they are typed. */
export function rowsPassing(world: World, { caseId, search, filter }: Asked): MessageRow[] {
  const own = caseId === fakeId('case', 1) ? world.messages : []
  return own
    .map((message) => rowOf(world, message))
    .filter((row) => passes(row, filter))
    .filter((row) => wordsOf(search).every((word) => JSON.stringify(row).toLowerCase().includes(word)))
}

const passes = (row: MessageRow, filter: MessageFilter): boolean =>
  [
    filter.side === undefined || row.fromCounterparty === (filter.side === 'counterparty'),
    filter.person === undefined || row.fromAddress === filter.person,
    filter.from === undefined || (row.sentAt ?? '') >= filter.from,
    filter.to === undefined || (row.sentAt ?? '9') <= filter.to,
    filter.channel === undefined || row.channel === filter.channel,
    filter.form === undefined || row.form === filter.form,
    filter.statements === undefined || row.statements.length > 0,
    filter.exhibit === undefined || row.exhibitCount > 0 !== (filter.exhibit === 'out'),
    !filter.attachments || row.attachmentCount > 0,
    !filter.unreadable || row.unreadable !== null,
    !filter.flagged || row.flags.length > 0,
  ].every(Boolean)

/** Every place of the first word. */
export function placesIn(text: string, search: string): Place[] {
  const [word] = wordsOf(search)
  const places: Place[] = []
  if (!word) return places
  for (let at = text.toLowerCase().indexOf(word); at >= 0; at = text.toLowerCase().indexOf(word, at + 1))
    places.push({ start: at, end: at + word.length })
  return places
}

export function hitIn(world: World, row: MessageRow, search: string): Hit | null {
  const text = world.messages.find(({ view }) => view.id === row.id)?.view.text ?? ''
  for (const [where, written] of [
    ['subject', row.subject],
    ['body', text],
  ] as const) {
    const [place] = placesIn(written, search)
    if (!place) continue
    const before = written.slice(Math.max(0, place.start - 14), place.start).replace(/\s+/g, ' ')
    const after = written.slice(place.end, place.end + 120).replace(/\s+/g, ' ')
    return { where, fileName: '', before, match: written.slice(place.start, place.end), after }
  }
  return null
}
