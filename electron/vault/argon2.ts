import { Worker } from 'node:worker_threads'

/** Cost of one derivation (RFC 9106): memory in KiB, passes, lanes. */
export interface KdfCost {
  readonly m: number
  readonly t: number
  readonly p: number
}

/** Costs a keyring may ask for; outside them it is refused before any memory is taken. */
export interface KdfLimits {
  readonly m: readonly [least: number, most: number]
  readonly t: readonly [least: number, most: number]
  readonly p: readonly [least: number, most: number]
}

export interface Kdf {
  /** Argon2id, 32 bytes. Wipes `secret`. */
  readonly argon2id: (secret: Uint8Array<ArrayBuffer>, salt: Uint8Array, cost: KdfCost) => Promise<Uint8Array>
  /** The cost of what is written from now on. */
  readonly cost: KdfCost
  readonly limits: KdfLimits
}

/** What the thread is started with. */
export interface Argon2Task extends KdfCost {
  readonly secret: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array
}

// 256 MiB and 3 passes take about 1.2 s here. Limits: OWASP's minimum of 46 MiB, and what a hostile file may cost us.
const COST: KdfCost = { m: 262_144, t: 3, p: 1 }
const LIMITS: KdfLimits = { m: [47_104, 1_048_576], t: [1, 10], p: [1, 4] }

/**
 * Argon2id in a thread of its own: nothing else waits, and the thread's memory goes back when it ends.
 * `thread` is the bundled `argon2-thread.ts`.
 */
export const argon2InThread = (thread: URL): Kdf => ({
  cost: COST,
  limits: LIMITS,
  argon2id: (secret, salt, cost) =>
    new Promise((resolve, reject) => {
      const task: Argon2Task = { secret, salt, ...cost }
      // Transferred, not copied: the caller's bytes are gone with it.
      const worker = new Worker(thread, { workerData: task, transferList: [secret.buffer], execArgv: [] })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`Argon2 thread ended with ${code}`)))
    }),
})

/** Whether every cost lies within the limits. */
export const withinLimits = (cost: KdfCost, limits: KdfLimits): boolean =>
  (['m', 't', 'p'] as const).every((name) => cost[name] >= limits[name][0] && cost[name] <= limits[name][1])
