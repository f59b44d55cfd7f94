import type { ChatOptions } from '@bridge/model/chat.ts'
import { type ChatItem, previewChat, readChat } from '../chat/read-chat.ts'
import type { FromMailWorker } from './mail-protocol.ts'

/** What crosses at once: enough to be quick, too little to keep anybody busy. */
const LINES = 500
const LENGTH = 256 * 1024

/** Reads a chat as far as it is asked for: main says when it has dealt with the lines before. */
export function serveChat(post: (message: FromMailWorker) => void) {
  let open: Iterator<ChatItem> | null = null
  const next = (): void => {
    const items: ChatItem[] = []
    let length = 0
    while (open && items.length < LINES && length < LENGTH) {
      const { value, done } = open.next()
      if (done) open = null
      else {
        items.push(value)
        length += 'unread' in value ? value.unread.text.length : value.text.length
      }
    }
    post({ type: 'chatLines', items, last: open === null })
  }
  return {
    preview: (bytes: Buffer, options: ChatOptions): void =>
      post({ type: 'chatPreview', preview: previewChat(bytes, options) }),
    start(bytes: Buffer, options: ChatOptions): void {
      open = readChat(bytes, options)
      next()
    },
    next,
  }
}
