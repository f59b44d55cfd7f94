import type { Ids } from './ids.ts'

/** One run of the program, from its start to its end: a measure of time that no one can set back. */
export interface Run {
  /** A UUID, new with each start. */
  readonly id: string
  /** Whole milliseconds since the run began, on the machine's monotonic clock; never falls. */
  elapsedMs(): number
}

/** The run that begins now. */
export function startRun(ids: Ids): Run {
  const startedAt = performance.now()
  return { id: ids.next(), elapsedMs: () => Math.floor(performance.now() - startedAt) }
}
