import type { Gap, ThreadEntry, TimelineItem } from '@bridge/model/finding.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { type FakeHandlers, found } from './fake-handlers.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const refOf = ({ view }: FakeMessage): MessageRef => ({
  id: view.id,
  subject: view.subject,
  fromName: view.from[0]?.name ?? '',
  fromAddress: view.from[0]?.address ?? '',
  sentAt: view.date.at,
  sentZoneMinutes: view.date.zoneMinutes,
})

const ownOf = (world: World, caseId: string): FakeMessage[] =>
  caseId === fakeId('case', 1) ? world.messages : []

const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Messages in the order they were sent, and every hundredth of them followed by what was said on the telephone. */
const timelineOf = (world: World, caseId: string): TimelineItem[] =>
  ownOf(world, caseId).flatMap((message, n): TimelineItem[] => {
    const { id, subject, text, date, channel, form } = message.view
    if (date.at === null) return []
    const who = refOf(message).fromName
    const item = { id, at: date.at, day: dayOf(date.at), zoneMinutes: date.zoneMinutes, channel, who }
    const sent = { ...item, kind: form, text: subject }
    const said = { ...item, kind: 'statement', channel: 'telephone', text: text.slice(0, 120) } as const
    return n % 100 === 2 ? [sent, said] : [sent]
  })

const gapsOf = (world: World, caseId: string): Gap[] =>
  ownOf(world, caseId)
    .filter((_, n) => n % 700 === 1)
    .map((message, n) => ({
      headerMessageId: `AS8PR07MB${7_000 + n}3A6F1C2B@AS8PR07MB.eurprd07.prod.outlook.example`,
      replies: [refOf(message)],
    }))

export const findingHandlers: FakeHandlers<'finding'> = {
  'finding.timeline': ({ caseId, offset, limit }, world) => {
    const items = timelineOf(world, caseId)
    const undated = { mail: ownOf(world, caseId).length > 0 ? 100 : 0, chat: 0, document: 12, statement: 1 }
    return { items: items.slice(offset, offset + limit), total: items.length, undated }
  },
  'finding.listDays': ({ caseId }, world) => {
    const days = Map.groupBy(timelineOf(world, caseId), ({ day }) => day)
    return {
      days: [...days]
        .map(([day, items]) => ({ day, count: items.length }))
        .toSorted((a, b) => a.day.localeCompare(b.day)),
    }
  },
  'finding.getThread': ({ messageId }, world) => {
    const open = found(world.messages.find(({ view }) => view.id === messageId))
    const own = world.messages.filter(({ threadId }) => threadId === open.threadId)
    const entries = own.map(
      (message, depth): ThreadEntry => ({
        ...{ message: refOf(message), headerMessageId: message.view.headerMessageId, depth: depth + 1 },
      }),
    )
    const headerMessageId = '20250416.lost@nordlys-lighting.example'
    return { entries: [{ message: null, headerMessageId, depth: 0 }, ...entries], total: own.length }
  },
  'finding.listGaps': ({ caseId }, world) => {
    const gaps = gapsOf(world, caseId)
    return { gaps, gapCount: gaps.length, replyCount: gaps.length }
  },
  'finding.listCopies': ({ messageId }, world) => {
    const other = world.messages.find(({ view }) => view.id !== messageId)
    const message = other && refOf(other)
    const copy = { sameText: false, sameAttachments: true, receivedAt: '2026-01-08T09:00:00Z' }
    return {
      copies: message ? [{ ...copy, message, sourceName: '收件箱/hongda.mbox' }] : [],
      attachedTo: [],
      alsoAlone: message ? [{ message, fileName: 'PI HD-2025-0417 signed.pdf' }] : [],
    }
  },
  'finding.listStatements': ({ search }, world) => ({
    statements: world.statements
      .filter(({ message, quote }) => message === null && quote.includes(search))
      .map(({ id, kind, channel, quote, speaker, saidOn }) => ({
        id,
        kind,
        channel,
        quote,
        speaker,
        saidOn,
      })),
  }),
}
