import type { Bilingual, ListLanguage } from '@bridge/model/exhibit.ts'

export interface TextLine {
  text: string
  lang: 'zh' | 'en'
  /** Printed in place of the language the list is in, which has no text. */
  isStandIn: boolean
}

/** What a cell prints: one line, or two where the list is in both languages and they differ. */
export function linesOf({ zh, en }: Bilingual, language: ListLanguage): TextLine[] {
  const chinese: TextLine = { text: zh, lang: 'zh', isStandIn: language === 'en' }
  const english: TextLine = { text: en, lang: 'en', isStandIn: language === 'zh' }
  const filled = [chinese, english].filter(({ text }) => text.trim() !== '')
  if (language === 'both') return zh.trim() === en.trim() ? filled.slice(0, 1) : filled
  return filled
    .filter(({ isStandIn }) => !isStandIn)
    .concat(filled)
    .slice(0, 1)
}

/** The languages a cell is written in. */
export const languagesOf = (language: ListLanguage): readonly ('zh' | 'en')[] =>
  language === 'both' ? ['zh', 'en'] : [language]
