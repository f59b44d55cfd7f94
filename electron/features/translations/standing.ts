import type { Translation, TranslationStanding } from '@bridge/model/translation.ts'

const HAN = /\p{Script=Han}/gu
/** Two letters at least: single ones stand in figures and numbers of goods. */
const WORDS = /(?!\p{Script=Han})\p{L}{2,}/gu
const ADDRESSES = /\S+@\S+|https?:\/\/\S+/gu

/**
 * Whether a text can be followed by somebody who reads Chinese alone: it has no foreign words, or at least as many Chinese
 * characters beside them, as a message written in both languages has. Addresses and links say nothing in any language.
 */
export function isChineseEnough(text: string): boolean {
  const said = text.replace(ADDRESSES, ' ')
  const words = said.match(WORDS)?.length ?? 0
  return words === 0 || (said.match(HAN)?.length ?? 0) >= words
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
  if (text !== null && isChineseEnough(text)) return 'chinese'
  if (chinese.length > 0) return 'partly'
  return text === null ? 'unknown' : 'missing'
}
