import { DATE_ORDERS, type DateOrder } from '@bridge/model/chat.ts'
import { dayIn, type Moment } from './written-moment.ts'

export interface OrderFinding {
  /** Orders in which every date exists. */
  possible: DateOrder[]
  /** Of those, or else of all, the one in which time runs backwards least. */
  likely: DateOrder | null
  /** Dates that are different days in the possible orders. */
  ambiguous: { raw: string; days: { order: DateOrder; day: string }[] }[]
}

const EXAMPLES = 3

/** Finds from the dates of a whole file which number is the day. Where two orders fit, it says so: the lawyer decides. */
export class OrderEvidence {
  #count = 0
  readonly #valid = { ymd: 0, dmy: 0, mdy: 0 }
  readonly #backwards = { ymd: 0, dmy: 0, mdy: 0 }
  readonly #latest = { ymd: 0, dmy: 0, mdy: 0 }
  readonly #examples: { raw: string; moment: Moment }[] = []
  /** The day before, and the orders it exists in: most lines of a chat are of the same day as the one above. */
  #before: Pick<Moment, 'numbers' | 'digits'> | null = null
  #orders: DateOrder[] = []

  note(moment: Moment, raw: string): void {
    this.#count += 1
    if (this.#before && isSameDay(moment, this.#before)) {
      for (const order of this.#orders) this.#valid[order] += 1
      return
    }
    const days = new Set<number>()
    this.#before = moment
    this.#orders = []
    for (const order of DATE_ORDERS) {
      const day = dayIn(moment, order)?.ms
      if (day === undefined) continue
      days.add(day)
      this.#orders.push(order)
      this.#valid[order] += 1
      if (day < this.#latest[order]) this.#backwards[order] += 1
      this.#latest[order] = day
    }
    if (days.size > 1 && this.#examples.length < 1_000) this.#examples.push({ raw, moment })
  }

  /** How many of the dates exist in no calendar when read in an order. */
  invalidIn(order: DateOrder): number {
    return this.#count - this.#valid[order]
  }

  get finding(): OrderFinding {
    if (this.#count === 0) return { possible: [], likely: null, ambiguous: [] }
    const possible = DATE_ORDERS.filter((order) => this.#valid[order] === this.#count)
    const best = (possible.length > 0 ? possible : [...DATE_ORDERS]).sort(
      (a, b) => this.#valid[b] - this.#valid[a] || this.#backwards[a] - this.#backwards[b],
    )
    const likely = best[0] ?? null
    const ambiguous = this.#examples
      .map(({ raw, moment }) => ({ raw, days: readings(moment, possible) }))
      .filter(({ days }) => new Set(days.map(({ day }) => day)).size > 1)
    // A date without a doubt is the same in every order: then there is nothing to decide.
    const open = ambiguous.length > 0 ? possible : likely ? [likely] : []
    return { possible: open, likely, ambiguous: ambiguous.slice(0, EXAMPLES) }
  }
}

const isSameDay = (a: Pick<Moment, 'numbers' | 'digits'>, b: Pick<Moment, 'numbers' | 'digits'>): boolean =>
  a.numbers.every((value, at) => value === b.numbers[at] && a.digits[at] === b.digits[at])

const readings = (moment: Moment, orders: readonly DateOrder[]) =>
  orders.flatMap((order) => {
    const day = dayIn(moment, order)
    return day ? [{ order, day: day.text }] : []
  })
