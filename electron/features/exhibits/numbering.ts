import type { Bilingual, ExhibitSettings } from '@bridge/model/exhibit.ts'
import { labelGroup, nameExhibit, numberExhibits } from '../../documents/kinds/exhibit-bundle/numbering.ts'

export type NumberingSettings = Pick<
  ExhibitSettings,
  'language' | 'numberStyle' | 'numbering' | 'submitterRole'
>

export interface NumberedExhibit {
  /** What stands in the list: 证据1, 证据1-1, C-1. */
  name: string
  /** The figures alone, as the papers take them: 1, 1-1. */
  number: string
}

export interface NumberedGroup {
  /** 第一组证据 and Group 1; empty while the group holds nothing. */
  label: Bilingual
  exhibits: NumberedExhibit[]
}

/**
 * Labels and numbers of a list whose groups hold `sizes` exhibits. An empty group takes no number: it is not printed, and
 * the court must not look for one.
 */
export function numberSet(sizes: readonly number[], settings: NumberingSettings): NumberedGroup[] {
  const filled = numberExhibits(
    sizes.filter((size) => size > 0),
    settings.numbering,
  )
  let ordinal = 0
  return sizes.map((size) => {
    if (size === 0) return { label: { zh: '', en: '' }, exhibits: [] }
    const numbers = filled[ordinal] ?? []
    ordinal += 1
    const exhibits = numbers.map((number) => ({ number, name: nameOf(number, settings) }))
    return { label: labelGroup(ordinal), exhibits }
  })
}

function nameOf(number: string, { numberStyle, submitterRole, language }: NumberingSettings): string {
  const names = nameExhibit(number, { style: numberStyle, role: submitterRole })
  return names[language === 'en' ? 'en' : 'zh']
}
