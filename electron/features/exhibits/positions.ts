/** The list with one item taken out and put back at `position`, counted from 0; past the end means last. */
export function moveTo<T>(items: readonly T[], item: T, position: number): T[] {
  return items.filter((each) => each !== item).toSpliced(position, 0, item)
}
