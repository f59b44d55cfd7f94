import { type Figure, type Finding, findingGroup, findingVerdict } from '@bridge/model/authenticity.ts'
import { bilingual } from '@bridge/model/exhibit.ts'
import { z } from 'zod'
import resource from '../../resources/wording/authenticity.json' with { type: 'json' }

type Table = (typeof resource)['findings']
export type FindingId = keyof Table
export type FigureName = keyof (typeof resource)['figures']
export type Figures = Partial<Record<FigureName, string | readonly string[] | null | undefined>>

const said = z.strictObject({
  version: z.string(),
  figures: z.record(z.string(), bilingual),
  findings: z.record(
    z.string(),
    z.strictObject({
      group: findingGroup,
      title: bilingual,
      limits: bilingual,
      outcomes: z.record(z.string(), bilingual.extend({ verdict: findingVerdict })),
    }),
  ),
})
const words = said.parse(resource)

/** So much of a value of the message stands in a figure: it is to be recognised, and read in full in the header. */
const LONGEST_VALUE = 300

/** The finding of one test, worded. Its verdict belongs to its outcome and stands with the wording. */
export function say<I extends FindingId>(
  id: I,
  outcome: keyof Table[I]['outcomes'] & string,
  figures: Figures,
): Finding {
  const test = words.findings[id]
  const worded = test?.outcomes[outcome]
  if (!test || !worded) throw new TypeError(`No wording for ${id} ${outcome}`)
  const { verdict, zh, en } = worded
  const { group, title, limits } = test
  return { id, outcome, group, title, verdict, figures: listFigures(figures), meaning: { zh, en }, limits }
}

function listFigures(figures: Figures): Figure[] {
  return Object.entries(figures).flatMap(([name, given]) => {
    const label = words.figures[name]
    if (!label) throw new TypeError(`No wording for the figure ${name}`)
    const values = given === null || given === undefined ? [] : typeof given === 'string' ? [given] : given
    return values.map((value) => ({ label, value: shortened(value) }))
  })
}

const shortened = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
