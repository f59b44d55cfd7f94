import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

/**
 * Runs a built shard, a process of its own that takes its orders as JSON and answers in JSON, a line each. Throws, with what it
 * said, where it breaks or gives another number of answers.
 */
export async function runShard<T>(
  built: string,
  orders: object,
  { env, answers }: { env: NodeJS.ProcessEnv; answers: number },
): Promise<T[]> {
  const child = spawn(process.execPath, [built, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const exited = once(child, 'exit')
  const said = text(child.stderr)
  const given: T[] = []
  for await (const line of createInterface({ input: child.stdout })) given.push(JSON.parse(line))
  const [code] = await exited
  if (code !== 0 || given.length !== answers)
    throw new Error(`A shard ended with ${String(code)} after ${given.length} answers:\n${await said}`)
  return given
}
