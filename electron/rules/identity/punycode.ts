// RFC 3492, 5: the parameters of punycode.
const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700]

/** A domain as it is shown to people: each label that is encoded (RFC 5891) decoded; what cannot be decoded stays. */
export const shownDomain = (domain: string): string =>
  domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.')

function decodeLabel(encoded: string): string | null {
  const cut = encoded.lastIndexOf('-')
  const output = cut > 0 ? [...encoded.slice(0, cut)].map((each) => each.charCodeAt(0)) : []
  let [code, at, bias] = [128, 0, 72]
  let rest = cut > 0 ? encoded.slice(cut + 1) : encoded
  while (rest !== '') {
    const read = readNumber(rest, bias)
    if (!read) return null
    const before = at
    const length = output.length + 1
    at += read.value
    bias = adapt(at - before, length, before === 0)
    code += Math.floor(at / length)
    at %= length
    if (code > 0x10ffff) return null
    output.splice(at++, 0, code)
    rest = rest.slice(read.used)
  }
  return String.fromCodePoint(...output)
}

function readNumber(text: string, bias: number): { value: number; used: number } | null {
  let [value, weight] = [0, 1]
  for (let used = 0; used < text.length; ) {
    const digit = digitOf(text.charCodeAt(used++))
    if (digit === null) return null
    value += digit * weight
    const threshold = Math.min(T_MAX, Math.max(T_MIN, used * BASE - bias))
    if (digit < threshold) return { value, used }
    weight *= BASE - threshold
    if (value > 0x7fffffff || weight > 0x7fffffff) return null
  }
  return null
}

function digitOf(character: number): number | null {
  if (character >= 97 && character <= 122) return character - 97
  return character >= 48 && character <= 57 ? character - 22 : null
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2))
  rest += Math.floor(rest / length)
  let steps = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; steps += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return steps + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
