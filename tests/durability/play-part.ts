import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { PARTS, type Part } from './parts.ts'
import { type Figure, keepFigure } from './report.ts'
import { TIERS, type TierName, tierName } from './tiers.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The part of that name. Throws for one that is not in the list. */
export function findPart(name: string): Part {
  const part = PARTS.find((candidate) => candidate.name === name)
  if (!part) throw new TypeError(`No part ${name}; there is: ${PARTS.map((each) => each.name).join(', ')}`)
  return part
}

/** Plays one part at the size of `tier`, keeps and tells each figure; gives the violations of all of them. */
export async function playPart(
  part: Part,
  tier: TierName,
  tell: (figure: Figure) => void = () => undefined,
): Promise<string[]> {
  if ('tests' in part) return playTests(part.tests, tier)
  const violations: string[] = []
  await part.run(TIERS[tier], {
    figure(figure) {
      keepFigure(tier, part.name, figure)
      violations.push(...figure.violations)
      tell(figure)
    },
  })
  return violations
}

/** For a Vitest file that is a part: keeps a figure of the tier that this run is of, and prints its line. */
export function reportFigure(part: string, figure: Figure): void {
  keepFigure(tierName, part, figure)
}

/** Vitest says itself what failed; here it counts as one violation. */
function playTests(files: readonly string[], tier: TierName): string[] {
  const vitest = resolve(ROOT, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, REDCHOP_TIER: tier },
  })
  return status === 0 ? [] : [`npx vitest run ${files.join(' ')} failed; its words stand above`]
}
