// What follows one of these is another message, whole and unmarked.
const DIVIDERS = [
  /^\s*-{2,}\s*(original message|original-nachricht|ursprüngliche nachricht|forwarded message|原始邮件|原邮件|邮件原件|回复的?原?邮件|转发的?原?邮件|转发邮件信息)\s*-{0,}\s*$/iu,
  /^\s*_{10,}\s*$/u,
]

// The line that names who wrote what is quoted below it, as mail programs word it.
const ATTRIBUTIONS = [
  /^\s*(on|at|am|le)\b.{4,200}\b(wrote|schrieb|a écrit)\b.{0,100}[:：]\s*$/iu,
  /^\s*((在|于)\s*)?\d{4}[-年/.].{4,150}(写道|wrote)\s*[:：]\s*$/iu,
  /^\s*(?!\s)[^，。]{1,150}\s(在|于)\s?\d{4}[-年/.].{4,80}写道\s*[:：]\s*$/u,
]

const FROM_LINE = /^\s*\**(发件人|寄件者|寄件人|from|von|de)\**\s*[:：]/iu
const FURTHER_LINE =
  /^\s*\**(发送时间|发送日期|寄件日期|日期|时间|收件人|收件者|主题|主旨|sent|date|to|subject|gesendet|datum|an|betreff)\**\s*[:：]/iu

/**
 * What the sender wrote, without the history: lines marked as quoted, and all that follows a divider or a copied header. An
 * answer below or between marked quotes stays.
 */
export function ownWords(text: string): string {
  const lines = text.split(/\r?\n/u)
  const own: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isQuoted(line)) continue
    if (DIVIDERS.some((divider) => divider.test(line)) || isCopiedHeader(lines, at)) break
    const length = attributionLength(lines, at)
    if (length > 0 && !isQuoted(nextWritten(lines, at + length))) break
    if (length > 0) at += length - 1
    else own.push(line)
  }
  return own.join('\n').trim()
}

const isQuoted = (line: string): boolean => /^\s*[>＞|]/u.test(line)

const nextWritten = (lines: readonly string[], from: number): string =>
  lines.slice(from).find((line) => line.trim() !== '') ?? ''

/** A sender's line followed by a line about date, recipient or subject: Foxmail and Outlook put no other mark. */
function isCopiedHeader(lines: readonly string[], at: number): boolean {
  return FROM_LINE.test(lines[at] ?? '') && FURTHER_LINE.test(nextWritten(lines, at + 1))
}

/** How many lines an attribution takes here; some programs wrap it. 0 where there is none. */
function attributionLength(lines: readonly string[], at: number): number {
  const [first = '', second = ''] = lines.slice(at, at + 2)
  if (ATTRIBUTIONS.some((attribution) => attribution.test(first))) return 1
  return first.trim() !== '' && ATTRIBUTIONS.some((attribution) => attribution.test(`${first} ${second}`))
    ? 2
    : 0
}

/** Mail programs wrap at 72 characters and more; a line this long goes on in the next. */
const WRAPPED = 55

/** Sentences of a text, Chinese and Latin, word for word as they stand there, wrapped lines included. */
export function sentencesOf(text: string): string[] {
  return paragraphsOf(text)
    .flatMap((paragraph) => paragraph.replace(/[。！？!?；;]|\.(?=\s)/gu, '$&\0').split('\0'))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1)
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let goesOn = false
  for (const line of text.split('\n')) {
    if (goesOn && line.trim() !== '') paragraphs.push(`${paragraphs.pop()}\n${line}`)
    else paragraphs.push(line)
    goesOn = line.length >= WRAPPED
  }
  return paragraphs
}
