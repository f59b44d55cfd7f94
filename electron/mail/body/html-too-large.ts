import { mailLimits } from '../limits.ts'
import type { Passage } from './compose-body.ts'

function styleCharsOf(html: string): number {
  let chars = 0
  for (const [, value = ''] of html.matchAll(/style\s*=\s*("[^"]*"|'[^']*')/gi)) chars += value.length
  return chars
}

/** More elements, characters or styles than these make a viewer stall; then the text is shown. */
export function isHtmlTooLarge(passages: readonly Passage[]): boolean {
  let [chars, nodes, styles] = [0, 0, 0]
  for (const { kind, content } of passages) {
    chars += content.length
    for (let at = content.indexOf('<'); at !== -1; at = content.indexOf('<', at + 1)) nodes += 1
    if (chars > mailLimits.htmlChars || nodes > mailLimits.htmlNodes) return true
    if (kind === 'html') styles += styleCharsOf(content)
  }
  return styles > mailLimits.styleChars
}
