import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Report, timed } from '../../durability/report.ts'

const told = z.object({
  at: z.int().optional(),
  violation: z.string().optional(),
  done: z.boolean().optional(),
  peakMib: z.int().optional(),
})

/** What came of fuzzing; each violation says how to see it again. */
export interface Fuzzed {
  readonly inputs: number
  readonly violations: readonly string[]
  readonly peakMib: number
}

export interface FuzzOptions {
  readonly seed?: number
  /** A flaw of `planted.ts` put into every reader. */
  readonly planted?: string
  readonly mostMs?: number
}

/** As many violations as are worth collecting: after them the run ends. */
const MOST_VIOLATIONS = 50

async function playChild(args: readonly string[], hear: (line: z.infer<typeof told>) => void): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', join(import.meta.dirname, 'child.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  for await (const line of createInterface({ input: child.stdout })) hear(told.parse(JSON.parse(line)))
}

/** Plays `count` inputs over all readers in a process of its own, and in a new one behind an input that broke it. */
export async function fuzz(count: number, options: FuzzOptions = {}): Promise<Fuzzed> {
  const { seed = 1, planted, mostMs = 10_000 } = options
  const violations: string[] = []
  let peakMib = 0
  let at = 0
  while (at < count && violations.length < MOST_VIOLATIONS) {
    let isDone = false
    const args = [`--seed=${seed}`, `--from=${at}`, `--count=${count - at}`, `--most-ms=${mostMs}`]
    await playChild(planted ? [...args, `--planted=${planted}`] : args, (line) => {
      at = Math.max(at, line.at ?? 0)
      isDone ||= line.done ?? false
      peakMib = Math.max(peakMib, line.peakMib ?? 0)
      if (line.violation !== undefined)
        violations.push(
          `${line.violation} (node tests/hostile/fuzz/child.ts --seed ${seed} --from ${line.at} --count 1)`,
        )
    })
    if (isDone) at = count
    else if (violations.length === 0) violations.push(`the process ended by itself behind input ${at}`)
    else at += 1
  }
  return { inputs: at, violations, peakMib }
}

/** The part of the durability run: as many inputs as the tier says, seeded by the day so that nights differ. */
export async function run(counts: { readonly fuzzedInputs: number }, report: Report): Promise<void> {
  const seed = Math.floor(Date.now() / 86_400_000)
  const { result, seconds } = await timed(() => fuzz(counts.fuzzedInputs, { seed }))
  report.figure({
    what: `fuzzed inputs over all readers (seed ${seed})`,
    counts: { inputs: result.inputs, 'MiB at most': result.peakMib },
    violations: result.violations,
    seconds,
  })
}
