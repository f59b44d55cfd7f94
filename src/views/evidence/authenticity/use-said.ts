import type { Bilingual } from '@bridge/model/exhibit.ts'
import { useLocale } from '../../../messages/WordsProvider.tsx'

/** Wording that comes in both languages, in that of the window. */
export function useSaid(): (words: Bilingual) => string {
  const locale = useLocale()
  return ({ zh, en }) => (locale === 'en' ? en : zh)
}
