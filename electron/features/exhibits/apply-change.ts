/** What a page asks to change: a field it leaves out, or sends as undefined, stays. */
export type Change<T> = { [K in keyof T]?: T[K] | undefined }

export function applyChange<T extends object>(before: T, change: Change<T>): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given) }
}
