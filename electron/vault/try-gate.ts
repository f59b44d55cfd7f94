import { Fault } from '../platform/fault.ts'

const WRONG = new Set(['WRONG_PASSPHRASE', 'WRONG_RECOVERY_CODE'])
const WAIT_MS = 1_000

/** Lets attempts through one after another; after n wrong guesses in a row the next one waits n seconds. */
export class TryGate {
  readonly #sleep: (ms: number) => Promise<void>
  #last: Promise<unknown> = Promise.resolve()
  #wrong = 0
  #untold = 0

  constructor(sleep: (ms: number) => Promise<void>) {
    this.#sleep = sleep
  }

  /** Runs `work` when all before it have ended, however they ended. */
  next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** How many guesses were wrong since `forgetWrong`. */
  wrongGuesses(): number {
    return this.#untold
  }

  /** They are recorded where they stay. */
  forgetWrong(): void {
    this.#untold = 0
  }

  /** Makes one guess, after the wait that earlier wrong ones have earned. */
  async guess<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#wrong > 0) await this.#sleep(this.#wrong * WAIT_MS)
    try {
      const answer = await work()
      this.#wrong = 0
      return answer
    } catch (error) {
      if (error instanceof Fault && WRONG.has(error.code)) {
        this.#wrong += 1
        this.#untold += 1
      }
      throw error
    }
  }
}
