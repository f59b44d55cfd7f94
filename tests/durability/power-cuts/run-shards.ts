import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildChild } from '../driver/build-child.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { buildShim, shimmed } from '../shim/build-shim.ts'
import type { Order, Outcome, ShardOrders } from './shard.ts'

/** As many as the gate's machine has cores. */
const AT_ONCE = 2

/** Has the orders fulfilled, two at a time, each shard taking every other one; throws where a shard breaks. */
export function runShards(orders: readonly Order[]): Promise<Outcome[]> {
  const shim = buildShim()
  return inScratchFolder(async (scratch) => {
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
        return runShard(shard, { folder, driver, shim, orders: share })
      }),
    )
    return outcomes.flat()
  })
}

async function runShard(built: string, orders: ShardOrders): Promise<Outcome[]> {
  const child = spawn(process.execPath, [built, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...shimmed(orders.shim, orders.folder) },
  })
  const outcomes: Outcome[] = []
  const exited = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) outcomes.push(JSON.parse(line))
  const [code] = await exited
  const expected = orders.orders.reduce((sum, { bugs }) => sum + 1 + bugs.length, 0)
  if (code !== 0 || outcomes.length !== expected)
    throw new Error(`A shard of power cuts ended with ${String(code)}`)
  return outcomes
}
