import iconv from 'iconv-lite'

/** Codec that reads a double-byte run once its high bits are set, by the escape sequence before it (RFC 1468, 1557). */
const SETS = new Map([
  ['$@', 'eucjp'],
  ['$B', 'eucjp'],
  ['$(D', 'eucjp-0212'],
  ['$)C', 'cp949'],
  ['$A', 'gb18030'],
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(I', 'katakana'],
])

const ESC = String.fromCharCode(0x1b)
const SHIFT_OUT = String.fromCharCode(0x0e)
const SHIFT_IN = String.fromCharCode(0x0f)
/** ESC and the name of a set, or a shift from or back to ASCII (ISO/IEC 2022). */
const SWITCH = new RegExp(`(${ESC}(?:\\$[()]?[@A-D]|\\([A-J])|${SHIFT_OUT}|${SHIFT_IN})`)

function highBits(run: Buffer): Buffer {
  const high = Buffer.from(run)
  for (let at = 0; at < high.length; at += 1) high[at] = (high[at] ?? 0) | 0x80
  return high
}

/** EUC-JP reaches its second and third set by a prefix octet before each character. */
function withPrefix(run: Buffer, prefix: number, width: number): Buffer {
  const octets: number[] = []
  for (let at = 0; at < run.length; at += width)
    octets.push(prefix, ...highBits(run.subarray(at, at + width)))
  return Buffer.from(octets)
}

function decodeRun(run: Buffer, set: string): string {
  if (set === 'ascii') return run.toString('latin1')
  if (set === 'eucjp-0212') return iconv.decode(withPrefix(run, 0x8f, 2), 'eucjp')
  if (set === 'katakana') return iconv.decode(withPrefix(run, 0x8e, 1), 'eucjp')
  return iconv.decode(highBits(run), set)
}

/** Decodes ISO-2022-JP (RFC 1468 and its extensions) and ISO-2022-KR (RFC 1557), which switch sets by escapes. */
export function decodeIso2022(bytes: Buffer): string {
  let set = 'ascii'
  let shifted: string | null = null
  let text = ''
  for (const piece of bytes.toString('latin1').split(SWITCH)) {
    if (piece.startsWith(ESC)) {
      const named = SETS.get(piece.slice(1)) ?? 'ascii'
      if (piece === `${ESC}$)C`) shifted = named
      else set = named
    } else if (piece === SHIFT_OUT || piece === SHIFT_IN) {
      set = piece === SHIFT_OUT && shifted ? shifted : 'ascii'
    } else {
      // A line end always returns to ASCII (RFC 1468): a lost escape spoils one line only.
      for (const [index, line] of piece.split(/(?<=\n)/).entries()) {
        if (index > 0) set = 'ascii'
        text += decodeRun(Buffer.from(line, 'latin1'), set)
      }
    }
  }
  return text
}

/** Decodes HZ (RFC 1843): `~{` starts GB2312 pairs, `~}` ends them, `~~` is a tilde. */
export function decodeHz(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/~\r?\n/g, '')
    .split(/(~\{[^\n]*?(?:~\}|(?=\r?\n)|$))/)
    .map((piece) => {
      if (!piece.startsWith('~{')) return piece.replaceAll('~~', '~')
      return iconv.decode(highBits(Buffer.from(piece.slice(2).replace(/~\}$/, ''), 'latin1')), 'gb18030')
    })
    .join('')
}
