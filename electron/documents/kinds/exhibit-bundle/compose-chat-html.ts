import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { fill } from '../../fill-template.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import { fieldTable, fieldTableCss } from './field-table.ts'
import type { ChatContent } from './model.ts'
import { say, type Words } from './wording.ts'
import { showWrittenDate } from './written-date.ts'

type Line = ChatContent['lines'][number]

const css = `
${fieldTableCss}
h1 { font-size: 14pt; line-height: 1.35; margin: 0 0 3mm }
.lines { margin: 5mm 0 0; padding: 0; list-style: none }
.lines li { padding: 1.5mm 3mm; border-left: 1.5pt solid #ddd; break-inside: avoid }
.lines li.chosen { border-left: 2.5pt solid #111; background: #f3f3f3 }
.who { font-weight: 600 } .when { color: #555; font-size: 8.5pt; margin-left: 2mm }
.said { white-space: pre-wrap; overflow-wrap: anywhere }
.program .said { color: #555; font-style: italic }
`

/** A conversation line by line: who, when, in which zone, what; the lines that the exhibit is about are marked. */
export function composeChatHtml(chat: ChatContent, language: ListLanguage): string {
  const label = (key: keyof Words['chat']) => say(language, (words) => words.chat[key])
  const channel = say(language, (words) => words.record.channels[chat.channel])
  const shown = say(language, (words) =>
    fill(words.chat.shown, { shown: chat.lines.length, total: chat.totalCount }),
  )
  const people = [...new Set(chat.lines.filter(({ speaker }) => speaker !== '').map(personOf))]
  const fields = fieldTable([
    { label: say(language, (words) => words.record.channel), html: escapeHtml(channel.join(' ')) },
    { label: say(language, (words) => words.record.participants), html: escapeHtml(people.join('; ')) },
    { label: label('conversation'), html: shown.map(escapeHtml).join('<br>') },
    { label: say(language, (words) => words.record.when), html: zonesOf(chat, language) },
    { label: label('original'), html: chat.originals.map(originalOf).join('') },
  ])
  const lines = chat.lines.map((line) => lineOf(line, language)).join('\n')
  return htmlPage({
    language: language === 'en' ? 'en-GB' : 'zh-CN',
    css,
    body: `<h1>${escapeHtml(chat.title)}</h1>${fields}<ol class="lines">${lines}</ol>`,
  })
}

/** The account always, so that a display name cannot pass for another person. */
const personOf = ({ speaker, account }: Line): string =>
  account === '' ? speaker : `${speaker} <${account}>`

/** An export names no zone: what is printed rests on the party's word, and the sheet says so. */
function zonesOf({ originals }: ChatContent, language: ListLanguage): string {
  const zones = [...new Set(originals.map(({ zone }) => zone))]
  return zones
    .flatMap((zone) =>
      say(language, (words) => (zone === null ? words.chat.zoneMissing : fill(words.chat.zone, { zone }))),
    )
    .map(escapeHtml)
    .join('<br>')
}

const originalOf = ({ storedAs, fileName, sha256 }: ChatContent['originals'][number]): string =>
  `${escapeHtml(storedAs)} (${escapeHtml(fileName)})<div class="hash">SHA-256 ${sha256}</div>`

function lineOf(line: Line, language: ListLanguage): string {
  const [program = ''] = say(language, (words) => words.chat.program)
  const noted = line.transcribed ? ` · ${say(language, (words) => words.chat.transcribed).join(' ')}` : ''
  const classes = [line.chosen ? 'chosen' : '', line.byProgram ? 'program' : ''].filter(Boolean).join(' ')
  return `<li class="${classes}"><span class="who">${escapeHtml(line.speaker || program)}</span><span class="when">${escapeHtml(whenOf(line, language) + noted)}</span>
<div class="said">${escapeHtml(line.text)}</div></li>`
}

function whenOf({ date }: Line, language: ListLanguage): string {
  const shown = showWrittenDate(date)
  if (shown) return shown.written
  return date.raw ?? say(language, (words) => words.record.dateMissing).join(' · ')
}
