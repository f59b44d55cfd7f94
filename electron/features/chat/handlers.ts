import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Choices } from '../../platform/choices.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import type { ChatService } from './chat-service.ts'

export interface ChatHandlersParts {
  chat: () => ChatService
  dialogs: Dialogs
  choices: Choices
}

export function chatHandlers({ chat, dialogs, choices }: ChatHandlersParts): Handlers<ChannelsOf<'chat'>> {
  const pathOf = (token: string): string => {
    const path = choices.look('chat', token)?.path
    if (path === undefined) throw refusal('CHOICE_EXPIRED')
    return path
  }
  return {
    'chat.choose': async () => {
      const path = (await dialogs.chooseFiles('chat'))?.[0]
      return { token: path === undefined ? null : choices.keep('chat', { path }) }
    },
    'chat.preview': ({ token, options }) => chat().preview(pathOf(token), options),
    'chat.add': async ({ token, ...stated }) => {
      const added = await chat().add({ ...stated, path: pathOf(token) })
      choices.take('chat', token)
      return added
    },
    'chat.listConversations': ({ caseId }) => ({ conversations: chat().listConversations(caseId) }),
    'chat.getConversation': ({ messageId }) => chat().getConversation(messageId),
    'chat.listLines': (page) => chat().listLines(page),
    'chat.changeSpeaker': (change) => {
      chat().changeSpeaker(change)
      return {}
    },
    'chat.getCapture': ({ messageId }) => chat().getCapture(messageId),
    'chat.describeCapture': ({ messageId, capture }) => {
      chat().describeCapture(messageId, capture)
      return {}
    },
    'chat.transcribe': ({ messageId, line, replaces }) => ({
      lineId: chat().transcribe(messageId, line, replaces),
    }),
    'chat.withdraw': ({ lineId }) => {
      chat().withdrawLine(lineId)
      return {}
    },
  }
}
