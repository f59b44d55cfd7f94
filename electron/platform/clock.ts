/** Where the time comes from; injected, so that tests own it. */
export interface Clock {
  /** Now, as an ISO 8601 instant in UTC with milliseconds. */
  now(): string
}

/** The machine's own clock. Time is a claim; the order of things is the audit chain's `seq`. */
export const systemClock: Clock = { now: () => new Date().toISOString() }
