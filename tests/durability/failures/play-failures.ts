import { mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { buildChild } from '../driver/build-child.ts'
import { runShard } from '../driver/run-shard.ts'
import type { Step } from '../driver/steps.ts'
import { type Report, timed } from '../report.ts'
import { inMemoryFolder } from '../scratch-folder.ts'
import { buildShim, shimmed } from '../shim/build-shim.ts'
import type { Tier } from '../tiers.ts'
import { makeControl } from './fault-control.ts'
import type { FailureOrder, FailureOrders, FailureOutcome } from './shard.ts'

/** How a disk fails: full, or the quota used up, it stays so. `VAULT_LOCKED` is what later steps are told once the vault has closed itself over a failure. */
const FAILURES = [
  { name: 'ENOSPC', errno: constants.errno.ENOSPC, sticky: true, codes: ['DISK_FULL', 'VAULT_LOCKED'] },
  { name: 'EDQUOT', errno: constants.errno.EDQUOT, sticky: true, codes: ['DISK_FULL', 'VAULT_LOCKED'] },
  { name: 'EIO', errno: constants.errno.EIO, sticky: false, codes: ['DISK_FAILING', 'VAULT_LOCKED'] },
] as const

/** Imports of three messages each, a receipt, a new passphrase and a lock; in a longer run also what else writes. */
const stepsOf = (imports: number): Step[] => [
  ...Array.from({ length: imports }, (): Step => 'import'),
  'receipt',
  'passphrase',
  ...(imports > 1 ? (['export-folder', 'export-zip', 'backup'] as const) : []),
  'lock',
]
const AT_ONCE = 2

/** Plan A4 and A5 of docs/security.md: every single call to the disk fails once, in three ways. */
export async function playFailures(counts: Pick<Tier, 'failingImports'>, report: Report): Promise<void> {
  const shim = buildShim()
  const built = await buildChild('failures/shard.ts')
  for (const { name, ...failure } of FAILURES) {
    const { result, seconds } = await timed(() =>
      inMemoryFolder(async (scratch) => {
        const shares = Array.from({ length: AT_ONCE }, (_, at): FailureOrder => {
          return { name, steps: stepsOf(counts.failingImports), ...failure, from: at + 1, every: AT_ONCE }
        })
        const outcomes = await Promise.all(
          shares.map((order, at) => runOrder(built, shim, join(scratch, String(at)), order)),
        )
        return outcomes.flat()
      }),
    )
    const sum = (of: (outcome: FailureOutcome) => number): number =>
      result.reduce((total, each) => total + of(each), 0)
    const violations = result.flatMap((each) => each.violations)
    report.figure({
      what: `the k-th call fails with ${name}`,
      counts: {
        'runs, every k': sum(({ runs }) => runs),
        'refused in a sentence': sum(({ refused }) => refused),
        acknowledged: sum(({ acknowledged }) => acknowledged),
        'lost, corrupt or unnamed': violations.length,
      },
      violations,
      seconds,
    })
  }
}

function runOrder(
  built: string,
  shim: string,
  folder: string,
  order: FailureOrder,
): Promise<FailureOutcome[]> {
  mkdirSync(folder)
  const control = `${folder}.control`
  makeControl(control)
  const orders: FailureOrders = { folder, control, orders: [order] }
  return runShard(built, orders, { env: shimmed(shim, folder, { SHIM_CONTROL: control }), answers: 1 })
}
