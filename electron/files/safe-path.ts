/** Long enough for a Chinese title of 40 characters, short enough for every file system with a folder before it. */
const MOST_BYTES = 120
const MOST_EXTENSION_BYTES = 16
const FALLBACK = 'unnamed'

// Windows' rules for names ("Naming Files, Paths, and Namespaces"), kept everywhere: a bundle goes to other computers.
const FORBIDDEN = /[<>:"/\\|?*]/gu
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])$/iu
/** Controls, bidirectional and zero-width marks, halves of surrogates: nothing that shows, or that shows as something else. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu
const EDGES = /^[\s.]+|[\s.]+$/gu

/**
 * A name from outside as the name of one file: what cannot be seen is gone, what a system forbids is `_`, it has no edge of
 * dots or spaces, is no Windows device and at most 120 bytes of UTF-8, its extension kept. Never empty, never a path.
 */
export function cleanFileName(name: string): string {
  const visible = name.normalize('NFC').replaceAll(/\s/gu, ' ').replaceAll(INVISIBLE, '')
  const plain = trimEdges(visible.replaceAll(FORBIDDEN, '_'))
  // Asked again, because a cut may leave a device's name standing alone.
  return avoidDevice(shorten(avoidDevice(plain.normalize('NFC'))))
}

function avoidDevice(name: string): string {
  const stem = name.split('.', 1)[0]?.trimEnd() ?? ''
  return DEVICE.test(stem) ? `_${name}` : name
}

const trimEdges = (text: string): string => text.replaceAll(EDGES, '')

function shorten(name: string): string {
  if (name === '') return FALLBACK
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  const extension = /\.[^.\s]+$/u.exec(name)?.[0] ?? ''
  const kept = Buffer.byteLength(extension) <= MOST_EXTENSION_BYTES ? extension : ''
  const stem = trimEdges(head(name.slice(0, name.length - kept.length), MOST_BYTES - Buffer.byteLength(kept)))
  return (stem || FALLBACK) + kept
}

/** As many whole characters, as a reader counts them, as fit into `bytes`. */
function head(text: string, bytes: number): string {
  let taken = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (Buffer.byteLength(taken + segment) > bytes) break
    taken += segment
  }
  return taken
}
