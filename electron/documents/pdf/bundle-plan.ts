/**
 * How opened files become one bundle. A part is the number its file was opened under. Everything printed is given here,
 * worded; the composer adds pages, numbers, bookmarks and links only.
 */
export interface BundlePlan {
  title: string
  author: string
  language: 'zh-CN' | 'en-GB'
  /** The plain date the file carries as its creation: no clock is read. */
  date: string
  /** Small print at the upper left of every page. */
  running: string
  /** The line at the foot, with `{page}` and `{pages}`. */
  pageLine: string
  list: { part: number; label: string; bookmark: string }
  groups: PlannedGroup[]
}

/** Without a bookmark, the exhibits stand at the top level. */
export interface PlannedGroup {
  bookmark: string | null
  exhibits: PlannedExhibit[]
}

export interface PlannedExhibit {
  label: string
  bookmark: string
  parts: { part: number; bookmark: string }[]
}

/** The list links to `https://exhibit.invalid/N`: the first page of the Nth exhibit, counted from 0. */
export const exhibitLink = 'https://exhibit.invalid/'
