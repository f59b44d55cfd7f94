import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { fill } from '../../fill-template.ts'
import { sayDay } from '../../say-day.ts'
import { type Exhibit, type ExhibitBundle, listExhibits, type PageRange } from './model.ts'
import { labelled, linesOf, nameExhibit } from './numbering.ts'
import { say, type Words } from './wording.ts'

export type ColumnKey = keyof Words['columns']

/** A column with its share of the table's width, in millimetres of a list that has every column. */
export interface ListColumn {
  key: ColumnKey
  header: string[]
  width: number
}

export type ListRow =
  | { kind: 'group'; heading: string[]; purpose: string[] }
  | { kind: 'exhibit'; index: number; cells: Record<ColumnKey, string[]> }

/** The exhibit list (证据目录) as blocks: what the DOCX and the PDF both print, so that they cannot differ. */
export interface ExhibitList {
  title: string[]
  addressee: string[]
  facts: { label: string[]; value: string[] }[]
  columns: ListColumn[]
  rows: ListRow[]
  summary: string[]
  signature: { label: string[]; value: string[] }[]
}

const widths: Record<ColumnKey, number> = {
  number: 19,
  title: 42,
  kind: 22,
  source: 27,
  purpose: 50,
  content: 50,
  originality: 22,
  pages: 17,
  copies: 20,
  notes: 22,
}

/**
 * Composes the list of EVID 19 with the columns of legal practice. `pages` holds the bundle pages of each exhibit in
 * printing order, `pageCount` the pages of the whole bundle, the list included.
 */
export function composeList(
  bundle: ExhibitBundle,
  pages: readonly PageRange[],
  pageCount: number,
): ExhibitList {
  const { language, heading } = bundle
  const exhibits = listExhibits(bundle)
  const tribunal = linesOf(heading.tribunal, language)
  const templates = say(language, (words) => words.to)
  return {
    title: say(language, (words) => words.listTitle),
    addressee: tribunal.map((name, at) => fill(templates[at] ?? templates[0] ?? '', { tribunal: name })),
    facts: [
      {
        label: say(language, (words) => words.caseTitle),
        value: linesOf(heading.caseTitle, language),
      },
      { label: say(language, (words) => words.caseNumber), value: [heading.caseNumber] },
      {
        label: say(language, (words) => words.submitter),
        value: submitterLines(bundle),
      },
    ].filter((fact) => fact.value.some((line) => line !== '')),
    columns: columnsOf(bundle),
    rows: rowsOf(bundle, pages),
    summary: say(language, (words) => fill(words.summary, { exhibits: exhibits.length, pages: pageCount })),
    signature: [
      {
        label: say(language, (words) => words.submitter),
        value: submitterLines(bundle),
      },
      { label: say(language, (words) => words.signature), value: [] },
      { label: say(language, (words) => words.submittedOn), value: dateLines(bundle) },
    ],
  }
}

function submitterLines({ language, heading }: ExhibitBundle): string[] {
  const roles = say(language, (words) => words.role[heading.role])
  const names = linesOf(heading.submitter, language)
  return names.map((name, at) => {
    return labelled(roles[at] ?? roles[0] ?? '', name)
  })
}

function dateLines({ language, heading: { submittedOn } }: ExhibitBundle): string[] {
  return linesOf({ zh: sayDay(submittedOn, 'zh'), en: sayDay(submittedOn, 'en') }, language)
}

function columnsOf({ language, columns }: ExhibitBundle): ListColumn[] {
  const keys: ColumnKey[] = [
    'number',
    'title',
    ...(columns.kind ? (['kind'] as const) : []),
    'source',
    'purpose',
    'content',
    ...(columns.originality ? (['originality'] as const) : []),
    'pages',
    'copies',
    'notes',
  ]
  return keys.map((key) => ({
    key,
    header: say(language, (words) => words.columns[key]),
    width: widths[key],
  }))
}

/** Whether a court that needs Chinese can follow the exhibit (Civil Procedure Law 73). */
const translationNote = ({ translation }: Exhibit, language: ListLanguage): string[] =>
  translation === 'none' ? [] : say(language, (words) => words.translation.notes[translation])

function rowsOf(bundle: ExhibitBundle, pages: readonly PageRange[]): ListRow[] {
  const rows: ListRow[] = []
  let index = 0
  for (const group of bundle.groups) {
    const label = linesOf(group.label, bundle.language)
    const title = linesOf(group.title, bundle.language)
    const heading = label.map((line, at) => [line, title[at] ?? ''].filter(Boolean).join('　'))
    const purposeWord = say(bundle.language, (words) => words.groupPurpose)
    const purpose = linesOf(group.purpose, bundle.language).map((line, at) => {
      return labelled(purposeWord[at] ?? purposeWord[0] ?? '', line)
    })
    if (heading.length > 0 || purpose.length > 0) rows.push({ kind: 'group', heading, purpose })
    for (const exhibit of group.exhibits) {
      rows.push({ kind: 'exhibit', index, cells: cellsOf(exhibit, bundle, pages[index]) })
      index += 1
    }
  }
  return rows
}

function cellsOf(
  exhibit: Exhibit,
  { language, style, heading }: ExhibitBundle,
  range: PageRange | undefined,
): Record<ColumnKey, string[]> {
  const pageCount = range ? range.last - range.first + 1 : 0
  return {
    number: linesOf(nameExhibit(exhibit.number, { style, role: heading.role }), language),
    title: linesOf(exhibit.title, language),
    kind: say(language, (words) => words.kind[exhibit.kind]),
    source: linesOf(exhibit.source, language),
    purpose: linesOf(exhibit.purpose, language),
    content: linesOf(exhibit.content, language),
    originality: say(language, (words) => words.originality[exhibit.originality]),
    pages: range ? [range.first === range.last ? `${range.first}` : `${range.first}–${range.last}`] : [],
    copies: say(language, (words) =>
      fill(words.copiesAndPages, { copies: exhibit.copies, pages: pageCount }),
    ),
    notes: [...linesOf(exhibit.notes, language), ...translationNote(exhibit, language)],
  }
}
