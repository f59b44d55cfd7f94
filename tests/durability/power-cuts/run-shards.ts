import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildChild } from '../driver/build-child.ts'
import { runShard } from '../driver/run-shard.ts'
import { inMemoryFolder } from '../scratch-folder.ts'
import { buildShim, shimmed } from '../shim/build-shim.ts'
import type { Order, Outcome, ShardOrders } from './shard.ts'

/** As many as the gate's machine has cores. */
const AT_ONCE = 2

/** Has the orders fulfilled, two at a time, each shard taking every other one; throws where a shard breaks. */
export function runShards(orders: readonly Order[]): Promise<Outcome[]> {
  const shim = buildShim()
  return inMemoryFolder(async (scratch) => {
    const [driver, shard] = await Promise.all([
      buildChild('driver/child.ts'),
      buildChild('power-cuts/shard.ts'),
    ])
    const shares = Array.from({ length: AT_ONCE }, (_, at) =>
      orders.filter((_order, number) => number % AT_ONCE === at),
    )
    const outcomes = await Promise.all(
      shares.map((share, at) => {
        const folder = join(scratch, String(at))
        mkdirSync(folder)
        const shardOrders: ShardOrders = { folder, driver, shim, orders: share }
        return runShard<Outcome>(shard, shardOrders, {
          env: shimmed(shim, folder),
          answers: share.reduce((sum, { bugs }) => sum + 1 + bugs.length, 0),
        })
      }),
    )
    return outcomes.flat()
  })
}
