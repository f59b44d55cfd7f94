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
  /** The same, fitted to this computer; measured once, when a passphrase is first set. */
  readonly fitCost?: () => Promise<KdfCost>
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

/** How long a passphrase may take to check: shorter helps a guesser, longer tries the lawyer's patience. */
const [LEAST_MS, AIM_MS, MOST_MS] = [800, 1_400, 2_500]
// RFC 9106, section 4, second choice: never less, however slow the computer.
const LEAST_MEMORY_KIB = 65_536
const MIB_KIB = 1_024

/** The cost that takes 0.8 to 2.5 s where `cost` took `tookMs`: first by passes, downwards by memory, within floor and limits. */
export function fitCost(cost: KdfCost, tookMs: number): KdfCost {
  if (tookMs >= LEAST_MS && tookMs <= MOST_MS) return cost
  const factor = AIM_MS / tookMs
  if (factor > 1) return { ...cost, t: Math.min(LIMITS.t[1], Math.round(cost.t * factor)) }
  const wanted = Math.floor((cost.m * factor) / MIB_KIB) * MIB_KIB
  return { ...cost, m: Math.max(LEAST_MEMORY_KIB, wanted) }
}

/**
 * The cost fitted to the time that `time` measures, in ms, for `cost`; a slow one is measured again and the better of the two
 * believed: what is written keeps its cost for good, and the computer may have been busy for that moment.
 */
export async function measureCost(cost: KdfCost, time: () => Promise<number>): Promise<KdfCost> {
  const tookMs = await time()
  return fitCost(cost, tookMs > MOST_MS ? Math.min(tookMs, await time()) : tookMs)
}

/**
 * Argon2id in a thread of its own: nothing else waits, and the thread's memory goes back when it ends.
 * `thread` is the bundled `argon2-thread.ts`.
 */
export function argon2InThread(thread: URL): Kdf {
  const argon2id: Kdf['argon2id'] = (secret, salt, cost) =>
    new Promise((resolve, reject) => {
      const task: Argon2Task = { secret, salt, ...cost }
      // Transferred, not copied: the caller's bytes are gone with it.
      const worker = new Worker(thread, { workerData: task, transferList: [secret.buffer], execArgv: [] })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`Argon2 thread ended with ${code}`)))
    })
  let fitted: Promise<KdfCost> | undefined
  const time = async (): Promise<number> => {
    const began = performance.now()
    await argon2id(new Uint8Array(16), new Uint8Array(16), COST)
    return performance.now() - began
  }
  return {
    cost: COST,
    limits: LIMITS,
    argon2id,
    fitCost() {
      fitted ??= measureCost(COST, time)
      return fitted
    },
  }
}

/** Whether every cost lies within the limits. */
export const withinLimits = (cost: KdfCost, limits: KdfLimits): boolean =>
  (['m', 't', 'p'] as const).every((name) => cost[name] >= limits[name][0] && cost[name] <= limits[name][1])
