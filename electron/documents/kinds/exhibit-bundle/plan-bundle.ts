import type { BundlePlan, PlannedExhibit } from '../../pdf/bundle-plan.ts'
import type { Exhibit, ExhibitBundle, ExhibitGroup } from './model.ts'
import { labelled, linesOf, nameExhibit } from './numbering.ts'
import { say } from './wording.ts'

/** The files of one exhibit as opened, in order. */
export type ExhibitParts = PlannedExhibit['parts']

/** Words everything the composer prints or bookmarks; `parts` holds each exhibit's, in printing order. */
export function planBundle(
  bundle: ExhibitBundle,
  listPart: number,
  parts: readonly ExhibitParts[],
): BundlePlan {
  const { language, heading } = bundle
  const title = say(language, (words) => words.listTitle)
  const caseTitle = linesOf(heading.caseTitle, language).join(' / ')
  let next = 0
  return {
    title: caseTitle,
    author: linesOf(heading.submitter, language).join(' / '),
    language: language === 'en' ? 'en-GB' : 'zh-CN',
    date: heading.submittedOn,
    running: [heading.caseNumber, caseTitle].filter((line) => line !== '').join('　'),
    pageLine: say(language, (words) => words.page).join('　·　'),
    list: { part: listPart, label: title[0] ?? '', bookmark: title.join(' / ') },
    groups: bundle.groups.map((group) => ({
      bookmark: groupBookmark(group, bundle),
      exhibits: group.exhibits.map((exhibit) => {
        const planned = planExhibit(exhibit, bundle, parts[next] ?? [])
        next += 1
        return planned
      }),
    })),
  }
}

function groupBookmark({ label, title }: ExhibitGroup, { language }: ExhibitBundle): string | null {
  const first = [linesOf(label, language)[0], linesOf(title, language)[0]].filter(Boolean)
  return first.length === 0 ? null : first.join('　')
}

function planExhibit(
  exhibit: Exhibit,
  { language, style, heading }: ExhibitBundle,
  parts: ExhibitParts,
): PlannedExhibit {
  const names = linesOf(nameExhibit(exhibit.number, { style, role: heading.role }), language)
  const title = linesOf(exhibit.title, language).join(' / ')
  return { label: names.join(' '), bookmark: labelled(names[0] ?? '', title), parts }
}
