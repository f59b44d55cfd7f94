/** Larger RTF takes the parser more than half of the time a message has. */
const MOST_BYTES = 6 * 1024 ** 2
/** Groups within groups; a mail program nests a dozen. */
const MOST_DEPTH = 200
const TOKEN = /[{}]|\\(?:bin(\d+)|'(?:[\da-f]{2})?|[^'])/gi

/**
 * Whether a parser may be given this RTF. The one we use looks for its state through all open groups, takes as much
 * memory as `\bin` says and complains of each bad `\'`; such text is not given to it.
 */
export function isTameRtf(rtf: Buffer): boolean {
  if (rtf.length > MOST_BYTES) return false
  const text = rtf.toString('latin1')
  if (!/^\{\\rtf/.test(text)) return false
  let depth = 0
  for (const [token, binBytes] of text.matchAll(TOKEN)) {
    if (token === '{') depth += 1
    else if (token === '}') depth -= 1
    if (depth > MOST_DEPTH || token === "\\'" || Number(binBytes ?? 0) > rtf.length) return false
  }
  return true
}
