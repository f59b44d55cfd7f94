import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

/** Largest resident size so far of a process, MiB; Linux only. */
export function peakMiB(pid: number | 'self' = 'self'): number {
  const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(peak ?? 0) / 1024)
}

export interface Timed<T> {
  value: T
  seconds: number
  /** Longest time the event loop was not free, milliseconds. */
  longestBlockMs: number
}

export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const loop = monitorEventLoopDelay({ resolution: 2 })
  loop.enable()
  const start = performance.now()
  const value = await work()
  const seconds = (performance.now() - start) / 1_000
  await setTimeout(10) // the loop turns once more, or a block at the very end is not seen
  loop.disable()
  return { value, seconds, longestBlockMs: Math.round(loop.max / 1e6) }
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
