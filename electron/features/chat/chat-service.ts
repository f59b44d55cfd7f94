import type { ChatOptions, ChatPreview } from '@bridge/model/chat.ts'
import { type AddParts, addChat, type NewChat } from './add-chat.ts'
import { capturesOf } from './captures.ts'
import { conversationsOf } from './conversations.ts'
import { previewExport, readExport } from './read-export.ts'

export type ChatService = ReturnType<typeof createChatService>

/** Chats: looked at before anything is kept, kept line by line, read as conversations; and what is typed off pictures. */
export function createChatService(parts: AddParts) {
  return {
    ...conversationsOf(parts),
    ...capturesOf(parts),

    /** @throws Refusal CHAT_UNREADABLE */
    async preview(
      path: string,
      options: ChatOptions,
    ): Promise<{ name: string; sizeBytes: number; sha256: string; preview: ChatPreview }> {
      const file = await readExport(path)
      const preview = await previewExport(parts.reader, file, options)
      return { name: file.name, sizeBytes: file.bytes.length, sha256: file.sha256, preview }
    },

    /** @throws Refusal NOT_FOUND, CHAT_UNREADABLE, CHANGED_ELSEWHERE, ZONE_STATED, JOB_RUNNING */
    add: (chat: NewChat): Promise<{ jobId: string; importId: string }> => addChat(parts, chat),
  }
}
