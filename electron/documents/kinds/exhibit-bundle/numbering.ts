import type { Bilingual, ExhibitSettings, ListLanguage } from '@bridge/model/exhibit.ts'

/**
 * The numbers of a bundle's exhibits, group by group: continuous (1, 2, 3) or by group (1-1, 1-2, 2-1).
 * `sizes` is the number of exhibits in each group.
 */
export function numberExhibits(sizes: readonly number[], order: ExhibitSettings['numbering']): string[][] {
  let before = 0
  return sizes.map((size, group) => {
    const numbers = Array.from({ length: size }, (_, at) =>
      order === 'by-group' ? `${group + 1}-${at + 1}` : `${before + at + 1}`,
    )
    before += size
    return numbers
  })
}

/** An exhibit's name in each language: 证据1 and Exhibit 1; in arbitration C-1, or R-1 where the other side files it. */
export function nameExhibit(
  number: string,
  { style, role }: { style: ExhibitSettings['numberStyle']; role: ExhibitSettings['submitterRole'] },
): Bilingual {
  if (style === 'arbitration') {
    const name = `${role === 'respondent' || role === 'defendant' ? 'R' : 'C'}-${number}`
    return { zh: name, en: name }
  }
  return { zh: `证据${number}`, en: `Exhibit ${number}` }
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The customary label of the nth group, counted from 1 and below 100: 第一组证据, Group 1. */
export function labelGroup(ordinal: number): Bilingual {
  const tens = Math.floor(ordinal / 10)
  const ones = ordinal % 10
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return { zh: `第${ten}${ones === 0 ? '' : digits[ones]}组证据`, en: `Group ${ordinal}` }
}

/** What a text prints in a language: one line, or two where both languages are wanted and differ. */
export function linesOf(text: Bilingual, language: ListLanguage): string[] {
  const wanted = { zh: [text.zh || text.en], en: [text.en || text.zh], both: [text.zh, text.en] }[language]
  return [...new Set(wanted)].filter((line) => line !== '')
}

/** A label and its value, with the colon of the label's own language. */
export function labelled(label: string, value: string): string {
  return /\p{Script=Han}/u.test(label + value) ? `${label}：${value}` : `${label}: ${value}`
}
