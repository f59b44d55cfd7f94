import type { Settings } from '@bridge/channels/settings.ts'
import type { ExhibitGroup } from '@bridge/model/exhibit.ts'

/** A group as menus name it: its label, then its title, each in the language of the window where it has one. */
export const nameGroup = (
  { label, title }: Pick<ExhibitGroup, 'label' | 'title'>,
  locale: Settings['locale'],
): string => {
  const pick = ({ zh, en }: { zh: string; en: string }): string => (locale === 'en' ? en || zh : zh || en)
  return [pick(label), pick(title)].filter(Boolean).join(locale === 'en' ? ' · ' : '：')
}
