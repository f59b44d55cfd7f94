import { sql } from 'drizzle-orm'
import type { Writer } from '../../store/store.ts'
import { toSearchText } from './search-text.ts'

/** What of a message is found by search. */
export interface SearchableMessage {
  subject: string
  messageId: string | null
  people: readonly { name: string; address: string }[]
  text: string
  attachments: readonly { fileName: string }[]
}

/** About 200 pages; more would keep the main process busy too long. Search does not find what stands behind. */
export const INDEXED_LENGTH = 400_000

/** Writes the search words of a message under its row number. */
export function indexMessage(writer: Writer, row: number | bigint, message: SearchableMessage): void {
  const people = message.people.map(({ name, address }) => `${name} ${address}`)
  const files = message.attachments.map(({ fileName }) => fileName)
  writer.run(sql`insert into message_search (rowid, subject, people, body, files) values (${row},
    ${toSearchText(message.subject)}, ${toSearchText([...people, message.messageId ?? ''].join(' '))},
    ${toSearchText(message.text.slice(0, INDEXED_LENGTH))}, ${toSearchText(files.join(' '))})`)
}
