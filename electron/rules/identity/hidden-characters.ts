// Controls, marks of direction (UAX 9), and what has no width (soft hyphen, zero-width space, fillers, tags). The two joiners
// belong into Persian, Indic and emoji names; behind the scripts that do not join they are there to be overlooked.
const HIDDEN =
  /[\p{Cc}\p{Bidi_Control}\u00ad\u115f\u1160\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|(?<=^|[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}])[\u200c\u200d]/gu

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '')

/** Whether there are characters that nobody sees, or that turn the order of the others around. */
export const hasHiddenCharacters = (text: string): boolean => withoutHidden(text) !== text

/** Scripts that are written together (UTS 39, 5.2, highly restrictive); any other mixture in one domain is made to deceive. */
const TOGETHER = [
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Bopomofo}]*$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]*$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hangul}]*$/u,
]
const ONE_SCRIPT = [
  /^\p{Script=Cyrillic}*$/u,
  /^\p{Script=Greek}*$/u,
  /^\p{Script=Arabic}*$/u,
  /^\p{Script=Thai}*$/u,
]

/** Whether a domain mixes scripts that do not belong together, or has letters in another form (wide, mathematical, marked). */
export function mixesScripts(domain: string): boolean {
  const composed = domain.normalize('NFC')
  if (composed !== composed.normalize('NFKC')) return true
  const letters = composed.replace(/[^\p{L}\p{M}]/gu, '')
  return ![...TOGETHER, ...ONE_SCRIPT].some((scripts) => scripts.test(letters))
}
