import type { Passage } from './compose-body.ts'
import { htmlToText } from './html-to-text.ts'

/** What a message says as plain text: its plain passages, and the text of those that only exist as HTML. */
export function bodyText(passages: readonly Passage[]): string {
  return passages
    .map(({ kind, content }) => (kind === 'html' ? htmlToText(content) : content.replace(/(?<!\n)\n+$/, '')))
    .filter((text) => text !== '')
    .join('\n\n')
}
