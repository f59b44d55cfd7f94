import type { Letter } from './letter.ts'
import { type Written, wallClock, zoneMinutes } from './written-time.ts'

/** Quoted letters inside a quoted letter stop here, as people cut long tails. */
const deepest = 2

/** The quoted letter's time as the answering program shows it: in the answerer's own zone. */
function shownTime(original: Letter, reader: Letter): string {
  const shifted = new Date(Date.parse(original.at) + zoneMinutes(reader.at) * 60_000)
  return wallClock(shifted.toISOString().slice(0, 19) as Written)
}

const boxes = (letter: Letter) => letter.to.map((box) => `${box.name} <${box.address}>`).join('; ')

function heading(original: Letter, reader: Letter): string[] {
  const { from, subject } = original
  const time = shownTime(original, reader)
  switch (reader.program.name) {
    case 'foxmail':
      return [
        '',
        `发件人： ${from.name}`,
        `发送时间： ${time}`,
        `收件人： ${boxes(original)}`,
        `主题： ${subject}`,
      ]
    case 'outlook-cn':
      return [
        '-----邮件原件-----',
        `发件人: ${from.name} <${from.address}>`,
        `发送时间: ${time}`,
        `收件人: ${boxes(original)}`,
        `主题: ${subject}`,
      ]
    case 'qqmail':
      return [
        '------------------ 原始邮件 ------------------',
        `发件人: "${from.name}" <${from.address}>;`,
        `发送时间: ${time}`,
        `收件人: ${boxes(original)};`,
        `主题: ${subject}`,
      ]
    case 'coremail':
      return [`在 ${time}，"${from.name}" <${from.address}> 写道：`]
    case 'thunderbird':
      return [`On ${time}, ${from.name} wrote:`]
    case 'outlook':
      return [
        '________________________________',
        `From: ${from.name} <${from.address}>`,
        `Sent: ${time}`,
        `To: ${boxes(original)}`,
        `Subject: ${subject}`,
      ]
  }
}

function body(letter: Letter, depth: number): string {
  const written = [letter.text, '', ...letter.from.signature].join('\n')
  const earlier = letter.answers
  if (earlier === undefined || depth >= deepest) return written
  const below = body(earlier, depth + 1)
  const marked = ['thunderbird', 'coremail'].includes(letter.program.name)
  const quoted = marked
    ? below.replace(/^(?=(>?))/gm, (_, mark: string) => (mark === '' ? '> ' : '>'))
    : below
  return [written, '', ...heading(earlier, letter), '', quoted].join('\n')
}

/** All a letter says as text: what is written, the signature, and what it quotes below. */
export function wholeText(letter: Letter): string {
  return body(letter, 0)
}
