import { type Chapter, type Claim, gateOf, nightlyOf } from './claim.ts'
import { CHAPTERS, NOT_COVERED } from './claims.ts'

const grouped = (count: number | string): string =>
  typeof count === 'number' ? new Intl.NumberFormat('en').format(count) : count

const countOf = ({ count }: Claim): string => {
  if (!count) return 'shown once | shown once'
  const [gate, nightly] = [gateOf(count.of), nightlyOf(count.of)].map(grouped)
  return `${gate} ${count.what} | ${nightly}`
}

const shownBy = ({ shown }: Claim): string => {
  const files = Map.groupBy(shown, ({ file }) => file)
  const each = [...files].map(
    ([file, tests]) => `\`${file}\`: ${tests.map(({ title }) => `“${title}”`).join('; ')}`,
  )
  return each.join('<br>')
}

const row = (claim: Claim): string =>
  `| ${claim.promise} | ${shownBy(claim)} | ${countOf(claim)} | ${claim.limits} |`

const section = ({ title, claims }: Chapter): string =>
  [
    `## ${title}`,
    '',
    '| promise | shown by | gate | nightly | limits |',
    '| --- | --- | --- | --- | --- |',
    ...claims.map(row),
  ].join('\n')

/** `docs/claims.md`: each promise with the tests that show it, how often they try, and what it does not say. */
export function claimsPage(): string {
  const head = [
    '# What is promised, and what shows it',
    '',
    'Written by `node tools/docs/write-claims.ts` from `tools/docs/claims.ts`; change that, not this page. A test refuses a promise whose',
    'test is not there. Counts are those of `tests/durability/tiers.ts`: the first is played by `npm test` and by',
    '`npm run test:durability -- --tier gate`, the second with `--tier nightly`; the last figures of both lie in `.cache/durability`.',
    'A promise holds for what its test does; its limits stand beside it.',
  ].join('\n')
  const notCovered = ['## Not covered', '', ...NOT_COVERED.map((each) => `- ${each}`)].join('\n')
  return `${[head, ...CHAPTERS.map(section), notCovered].join('\n\n')}\n`
}
