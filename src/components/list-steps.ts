interface Place {
  active: number
  count: number
  /** Rows a page key moves by. */
  page: number
}

/** Where a key leads from the active row; undefined for keys that do not move. */
export function stepOf(key: string, { active, count, page }: Place): number | undefined {
  if (count === 0) return undefined
  const within = (index: number): number => Math.min(count - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(active + 1)
    case 'ArrowUp':
    case 'k':
      return within(active - 1)
    case 'PageDown':
      return within(active + page)
    case 'PageUp':
      return within(active - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
