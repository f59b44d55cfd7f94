/** Characters kept on either side of the passage. */
const AROUND = 240
/** Characters shown where there is no passage to show. */
const OPENING = 480

export interface Excerpt {
  before: string
  passage: string
  after: string
  /** Whether text was left out at either end. */
  cutStart: boolean
  cutEnd: boolean
}

/** A message shortened to its deciding passage and what stands around it, cut at line ends or blanks where it can be. */
export function excerptOf(text: string, passage: string, whole: boolean): Excerpt {
  const at = passage ? text.indexOf(passage) : -1
  const [from, to] = at < 0 ? [0, 0] : [at, at + passage.length]
  const first = whole ? 0 : startNear(text, from)
  const last = whole ? text.length : endNear(text, at < 0 ? Math.min(OPENING, text.length) : to + AROUND)
  return {
    before: text.slice(first, from),
    passage: text.slice(from, to),
    after: text.slice(to, last),
    cutStart: first > 0,
    cutEnd: last < text.length,
  }
}

function startNear(text: string, from: number): number {
  const wanted = from - AROUND
  if (wanted <= 0) return 0
  const blank = text.slice(wanted, from).search(/\s/)
  return blank < 0 ? wanted : wanted + blank + 1
}

function endNear(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length
  const blank = text.slice(wanted - 40, wanted).search(/\s\S*$/)
  return blank < 0 ? wanted : wanted - 40 + blank
}
