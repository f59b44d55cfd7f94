import { WINDOW } from './mail-protocol.ts'

/** Keeps the worker from running further ahead than main can take. */
export class Credit {
  #items = 0
  #bytes = 0
  #waiting: (() => void) | null = null

  /** Resolves when an item of that size may be sent. A single item always may, however large. */
  async take(bytes: number): Promise<void> {
    while (this.#items > 0 && (this.#items >= WINDOW.items || this.#bytes + bytes > WINDOW.bytes)) {
      await new Promise<void>((resolve) => {
        this.#waiting = resolve
      })
    }
    this.#items += 1
    this.#bytes += bytes
  }

  /** Bytes sent that main has not dealt with. */
  get bytes(): number {
    return this.#bytes
  }

  /** Main has dealt with an item of that size. */
  giveBack(bytes: number): void {
    this.#items -= 1
    this.#bytes -= bytes
    this.#waiting?.()
    this.#waiting = null
  }
}
