import type { Exhibit, TranslationContent } from '../../documents/kinds/exhibit-bundle/model.ts'
import type { Reader } from '../../store/store.ts'
import { listAttachments } from '../evidence/index.ts'
import { listStandings, listTranslationsOf } from '../translations/index.ts'

/** Translations of a message, its passages and its files, to be printed behind it. */
export function translationsOf(
  read: Reader,
  messageId: string,
  content: Exhibit['contents'][number],
): TranslationContent[] {
  const own = nameOf(content)
  const files = new Map(listAttachments(read, messageId).map((file) => [file.partPath, file.fileName]))
  return listTranslationsOf(read, [messageId]).map(
    ({ partPath, quote, language, text, translator, credential, madeOn }) => ({
      kind: 'translation',
      name: partPath === null ? own : (files.get(partPath) ?? own),
      ...{ quote, language, text, translator, credential, madeOn },
    }),
  )
}

function nameOf(content: Exhibit['contents'][number]): string {
  if (content.kind === 'message') return content.subject
  if (content.kind === 'chat') return content.title
  return 'fileName' in content ? content.fileName : ''
}

/** What the list says of an exhibit: the least of its foreign parts counts; what nobody could read is not spoken of. */
export function translationNoted(read: Reader, messageIds: readonly string[]): Exhibit['translation'] {
  const standings = new Set(listStandings(read, messageIds).map(({ standing }) => standing))
  const isWhole = standings.has('translated')
  if (standings.has('partly') || (standings.has('missing') && isWhole)) return 'partly'
  if (standings.has('missing')) return 'missing'
  return isWhole ? 'translated' : 'none'
}
