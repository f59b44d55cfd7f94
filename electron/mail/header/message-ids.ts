/**
 * The message ids a field names (RFC 5322 3.6.4), without brackets and blanks, each once, in order. Prose around them
 * is passed over; without any brackets each word with an at sign counts.
 */
export function readMessageIds(text: string): string[] {
  const bracketed = [...text.matchAll(/<([^<>]+)>?/g)].map(([, id = '']) => id.trim())
  const ids = bracketed.length > 0 ? bracketed : text.split(/[\s,;]+/).filter((word) => word.includes('@'))
  return [...new Set(ids.filter((id) => id !== ''))]
}

/** The id of a message itself; null where the field is missing or empty. */
export function readMessageId(text: string): string | null {
  const id = /<([^<>]+)>?/.exec(text)?.[1] ?? text.replace(/[<>]/g, '')
  return id.trim() === '' ? null : id.trim()
}
