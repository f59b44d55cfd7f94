import type { Translation, TranslationStanding } from '@bridge/model/translation.ts'

const HAN = /\p{Script=Han}/gu
/** Two letters at least: single ones stand in figures and numbers of goods. */
const WORDS = /(?!\p{Script=Han})\p{L}{2,}/gu
const ADDRESSES = /(?<![^\s<(])[^\s@]{1,64}@[^\s@]{1,255}|https?:\/\/\S{1,2000}/gu

/** A foreign sentence; fewer words are names, figures and units. */
const SENTENCE = 6

/** Addresses and links say nothing in any language. */
function countIn(text: string): { words: number; han: number } {
  const said = text.replace(ADDRESSES, ' ')
  return { words: said.match(WORDS)?.length ?? 0, han: said.match(HAN)?.length ?? 0 }
}

/**
 * In which language a text can be followed: Chinese where it has no foreign words, or at least as many Chinese characters beside them
 * and no foreign sentence; mixed where it has one: the Chinese may say all of it, as in a letter in both languages, or be a footer.
 */
export function languageOf(text: string): 'chinese' | 'mixed' | 'foreign' {
  const { words, han } = countIn(text)
  if (han < words) return 'foreign'
  const isForeign = (paragraph: string): boolean => {
    const own = countIn(paragraph)
    return own.words >= SENTENCE && own.han < own.words
  }
  return text.split(/\n/u).some(isForeign) ? 'mixed' : 'chinese'
}

/**
 * How a text stands before a court that needs Chinese. `text` is null where nobody could read it, as of a picture: then only a
 * translation can be told.
 */
export function standingOf(
  text: string | null,
  translations: readonly Pick<Translation, 'language' | 'quote'>[],
): TranslationStanding {
  const chinese = translations.filter(({ language }) => language === 'zh')
  if (chinese.some(({ quote }) => quote === null)) return 'translated'
  const language = text === null ? 'foreign' : languageOf(text)
  if (language !== 'foreign') return language
  if (chinese.length > 0) return 'partly'
  return text === null ? 'unknown' : 'missing'
}
