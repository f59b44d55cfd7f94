import type { Input } from '@bridge/channels/index.ts'
import type { MessageView } from '@bridge/model/evidence.ts'
import type { Translation } from '@bridge/model/translation.ts'

/** What is being translated: a whole message, a passage, or one of its files. */
export type Translated = Input<'translations.add'>['of']

/** What an existing translation is of. */
export function translatedBy({ messageId, partPath, quote, quoteStart }: Translation): Translated {
  if (partPath !== null) return { what: 'file', messageId, partPath }
  return quote !== null && quoteStart !== null
    ? { what: 'passage', messageId, quote, quoteStart }
    : { what: 'message', messageId }
}

/** Names the form that is being filled, so that one draft does not turn up in another. */
export const keyOf = (of: Translated): string =>
  `${of.messageId} ${of.what === 'file' ? of.partPath : of.what === 'passage' ? of.quoteStart : ''}`

/** The words to be translated; null for a file, whose words stand elsewhere. */
export const originalOf = (of: Translated, message: MessageView): string | null =>
  of.what === 'file' ? null : of.what === 'passage' ? of.quote : message.text
