const MAX_BYTES = 120
/** Controls, bidirectional marks and invisible characters (UAX 9, Unicode general categories Cc and Cf). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

function cut(text: string, bytes: number): string {
  let used = 0
  let kept = ''
  for (const char of text) {
    used += Buffer.byteLength(char)
    if (used > bytes) break
    kept += char
  }
  return kept
}

/**
 * A name that is safe to show: no folders, no control, bidirectional or invisible characters, at most 120 bytes of
 * UTF-8 with the extension kept. It is for eyes and suggestions; nothing is stored under it.
 */
export function safeFileName(name: string): string {
  const last = name.replace(UNSEEN, '').split(/[/\\]/).at(-1)?.replace(/\s+/g, ' ').trim() ?? ''
  if (/^\.*$/.test(last)) return ''
  if (Buffer.byteLength(last) <= MAX_BYTES) return last
  const extension = /\.[^.]{1,16}$/.exec(last)?.[0] ?? ''
  return (
    cut(last.slice(0, last.length - extension.length), MAX_BYTES - Buffer.byteLength(extension)) + extension
  )
}

/** A path that is safe to show: as it is, but for characters nobody sees; its length is left alone. */
export const shownPath = (path: string): string => path.replace(UNSEEN, '')
