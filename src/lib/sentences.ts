/** Where a sentence lies in its text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** The sentences of a text in either language, without blanks around them; line breaks end a sentence too. */
export function sentencesOf(text: string): readonly Span[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' })
  const spans: Span[] = []
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    for (const { segment, index } of segmenter.segment(line[0])) {
      const quote = segment.trim()
      const start = line.index + index + segment.indexOf(quote)
      if (quote !== '') spans.push({ start, end: start + quote.length })
    }
  }
  return spans
}

/** The selection after a step by one sentence; `extend` keeps its beginning. */
export function stepSentence(
  sentences: readonly Span[],
  selected: Span | null,
  step: 1 | -1,
  extend: boolean,
): Span | null {
  const last = selected ? sentences.findLastIndex(({ start }) => start < selected.end) : -1
  const first = selected ? sentences.findIndex(({ end }) => end > selected.start) : 0
  const target = sentences[selected ? (step === 1 || extend ? last : first) + step : 0]
  if (!target) return selected
  if (!extend || !selected) return target
  return target.end > selected.start ? { start: selected.start, end: target.end } : selected
}
