// Where a mail program puts the message that is being answered. What follows is history, not the sender's own words.
const HISTORY_BEGINS = [
  /^\s*-{2,}\s*(original message|原始邮件|原邮件|回复的原邮件|forwarded message|转发的原邮件|转发邮件信息)\s*-{0,}/iu,
  /^\s*(on|am|le)\b.{4,200}(wrote|schrieb|a écrit)\s*[:：]\s*$/iu,
  /^\s*(在\s*)?\d{4}[-年/.].{4,120}(写道|wrote)\s*[:：]\s*$/iu,
  /^\s*(发件人|寄件者|from)\s*[:：].*[@＠<]/iu,
  /^\s*_{10,}\s*$/u,
]

/** What the sender wrote, without the history quoted below or between it. */
export function ownWords(text: string): string {
  const own: string[] = []
  for (const line of text.split(/\r?\n/u)) {
    if (HISTORY_BEGINS.some((begins) => begins.test(line))) break
    if (!/^\s*[>＞|]/u.test(line)) own.push(line)
  }
  return own.join('\n').trim()
}

/** Sentences of a text, Chinese and Latin, each word for word as it stands there. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？!?；;])|(?<=\.)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1)
}
