import type { ChatChannel, ChatFormat, ChatOptions, ChatPreview, ChatSpeaker } from '@bridge/model/chat.ts'
import { useState } from 'react'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'

const START: ChatOptions = {
  format: null,
  charset: null,
  dateOrder: null,
  zone: 'Asia/Shanghai',
  columns: null,
  pattern: null,
}

/** Where a chat of a format was most likely held; the lawyer may say otherwise. */
export const CHAT_CHANNELS = ['whatsapp', 'wechat', 'alibaba-chat', 'other'] as const satisfies ChatChannel[]
const channelOf = (format: ChatFormat | null): ChatChannel => {
  if (format?.startsWith('whatsapp')) return 'whatsapp'
  if (format?.startsWith('wechat')) return 'wechat'
  return format === 'aliwangwang' ? 'alibaba-chat' : 'other'
}

/** More names than this are words that were taken for names. */
export const MOST_SPEAKERS = 100

export type AddChatState = ReturnType<typeof useAddChat>

/** An export on its way into a case: what is stated of it, how it reads so, and who is who. */
export function useAddChat(caseId: string, token: string) {
  const [options, setOptions] = useState(START)
  const [channel, setChannel] = useState<ChatChannel | null>(null)
  const [title, setTitle] = useState<string | null>(null)
  const [people, setPeople] = useState<Record<string, Partial<ChatSpeaker>>>({})
  const asked = useQuery('chat.preview', { token, options }, { keepPrevious: true })
  const known = useQuery('chat.listConversations', { caseId }).data?.conversations ?? []
  const add = useCommand('chat.add')
  const preview = asked.data?.preview
  const names = (preview?.speakers ?? []).slice(0, 2).map(({ name }) => name)
  const chosen = {
    channel: channel ?? channelOf(preview?.format ?? null),
    title: title ?? names.join(' – ').slice(0, 200),
  }
  const existing = known.find((each) => each.channel === chosen.channel && each.title === chosen.title.trim())
  const speakers = (preview?.speakers ?? []).map(({ name, lineCount }) => {
    const standing = existing?.speakers.find((each) => each.name === name)
    const before = standing ?? known.flatMap((each) => each.speakers).find((each) => each.name === name)
    const account = people[name]?.account ?? before?.account ?? ''
    const side = standing?.side ?? people[name]?.side ?? before?.side ?? 'other'
    return { name, account, side, isStanding: standing !== undefined, lineCount }
  })
  return {
    asked,
    preview,
    options,
    change: (change: Partial<ChatOptions>) => setOptions((before) => ({ ...before, ...change })),
    speakers,
    ...chosen,
    setChannel,
    setTitle,
    changeSpeaker: (name: string, change: Partial<ChatSpeaker>) =>
      setPeople((before) => ({ ...before, [name]: { ...before[name], ...change } })),
    existing,
    isReadable: preview !== undefined && isReadable(preview, options, asked.isPlaceholderData),
    add,
    submit: () =>
      add.run({
        caseId,
        token,
        sha256: asked.data?.sha256 ?? '',
        options,
        ...chosen,
        speakers: speakers.map(({ name, account, side }) => ({ name, account, side })),
      }),
  }
}

/** Whether all is stated that the file leaves open. */
const isReadable = (preview: ChatPreview, options: ChatOptions, isOld: boolean): boolean =>
  !isOld &&
  preview.counts.lines > 0 &&
  preview.speakers.length <= MOST_SPEAKERS &&
  (preview.dateOrders.length <= 1 || options.dateOrder !== null)
