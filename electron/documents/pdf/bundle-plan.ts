import { z } from 'zod'

const plannedExhibit = z.object({
  label: z.string(),
  bookmark: z.string(),
  parts: z.array(z.object({ part: z.int(), bookmark: z.string() })),
})
export type PlannedExhibit = z.infer<typeof plannedExhibit>

/**
 * How opened files become one bundle. A part is the number its file was opened under. Everything printed is given here,
 * worded; the composer adds pages, numbers, bookmarks and links only.
 */
export const bundlePlan = z.object({
  title: z.string(),
  author: z.string(),
  language: z.enum(['zh-CN', 'en-GB']),
  /** The plain date the file carries as its creation: no clock is read. */
  date: z.iso.date(),
  /** Small print at the upper left of every page. */
  running: z.string(),
  /** The line at the foot, with `{page}` and `{pages}`. */
  pageLine: z.string(),
  list: z.object({ part: z.int(), label: z.string(), bookmark: z.string() }),
  /** Without a bookmark, a group's exhibits stand at the top level. */
  groups: z.array(z.object({ bookmark: z.string().nullable(), exhibits: z.array(plannedExhibit) })),
})
export type BundlePlan = z.infer<typeof bundlePlan>

/** The list links to `https://exhibit.invalid/N`: the first page of the Nth exhibit, counted from 0. */
export const exhibitLink = 'https://exhibit.invalid/'
