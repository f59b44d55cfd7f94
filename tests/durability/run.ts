import { parseArgs } from 'node:util'
import { PARTS } from './parts.ts'
import { findPart, playPart } from './play-part.ts'
import { keptFigures, lineOf, linesOf, timed } from './report.ts'
import { isTierName, TIERS, type TierName } from './tiers.ts'

// npm run test:durability -- --tier gate|nightly [--part name …]: one line for each figure; code 1 on any violation.

async function playAll(tier: TierName, names: readonly string[] | undefined): Promise<number> {
  let violations = 0
  for (const part of names?.map(findPart) ?? PARTS) {
    console.log(`\n${part.title} (${part.name}, ${tier})`)
    const { result, seconds } = await timed(() =>
      playPart(part, tier, (figure) => console.log(linesOf(figure).join('\n'))),
    )
    if ('tests' in part) for (const figure of keptFigures(tier, part.name)) console.log(lineOf(figure))
    const outcome = result.length === 0 ? 'held' : `${result.length} VIOLATIONS`
    console.log(`${part.name}: ${outcome} in ${Math.round(seconds)} s`)
    violations += result.length
  }
  return violations
}

try {
  const { values } = parseArgs({
    options: { tier: { type: 'string', default: 'gate' }, part: { type: 'string', multiple: true } },
  })
  if (!isTierName(values.tier))
    throw new TypeError(`No tier ${values.tier}; there is: ${Object.keys(TIERS).join(', ')}`)
  process.exitCode = (await playAll(values.tier, values.part)) === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof TypeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
