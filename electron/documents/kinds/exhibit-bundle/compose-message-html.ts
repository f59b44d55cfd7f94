import type { ListLanguage } from '@bridge/model/exhibit.ts'
import type { Person } from '@bridge/model/message.ts'
import { fill } from '../../fill-template.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import { fieldTable, fieldTableCss } from './field-table.ts'
import { composeTextBody, isolateBody, messageBodyCss } from './message-body.ts'
import type { EnclosedFile, MessageContent } from './model.ts'
import { say, type Words } from './wording.ts'
import { showWrittenDate } from './written-date.ts'

const css = `
${fieldTableCss}
h1 { font-size: 14pt; line-height: 1.35; margin: 0 0 3mm }
${messageBodyCss}`

/** A message as its reader sees it: heading with zone and files, then the body, quoted history and all. */
export function composeMessageHtml(message: MessageContent, language: ListLanguage): string {
  const subject = message.subject || say(language, (words) => words.message.noSubject).join(' ')
  return htmlPage({
    language: language === 'en' ? 'en-GB' : 'zh-CN',
    css,
    body: `<header><h1>${escapeHtml(subject)}</h1>${headingOf(message, language)}</header>
${bodyOf(message, language)}`,
  })
}

function headingOf(message: MessageContent, language: ListLanguage): string {
  const label = (key: keyof Words['message']) => say(language, (words) => words.message[key])
  return fieldTable([
    { label: label('from'), html: people(message.from) },
    { label: label('to'), html: people(message.to) },
    { label: label('cc'), html: people(message.cc) },
    { label: label('date'), html: dateOf(message, language) },
    { label: label('attachments'), html: filesOf(message.attachments, language) },
    { label: label('original'), html: fileLine(message.storedAs, message.sha256) },
  ])
}

/** The full address always, so that a display name cannot pass for another sender. */
function people(persons: readonly Person[]): string {
  return persons
    .map(({ name, address }) =>
      escapeHtml(name === '' || name === address ? address : `${name} <${address}>`),
    )
    .join('; ')
}

function dateOf({ date }: MessageContent, language: ListLanguage): string {
  const shown = showWrittenDate(date)
  if (!shown) {
    const missing = say(language, (words) => words.message.dateMissing).join(' · ')
    return escapeHtml(date.raw ? `${date.raw} (${missing})` : missing)
  }
  const zoneMissing = say(language, (words) => words.message.zoneMissing).join(' · ')
  const written = escapeHtml(shown.zoneStated ? shown.written : `${shown.written} (${zoneMissing})`)
  if (!shown.beijing) return written
  const time = shown.beijing
  const beijing = say(language, (words) => fill(words.message.beijing, { time }))
  return `${written}<br>${escapeHtml(beijing[0] ?? '')}`
}

function fileLine(name: string, sha256: string): string {
  return `${escapeHtml(name)}<div class="hash">SHA-256 ${sha256}</div>`
}

function filesOf(files: readonly EnclosedFile[], language: ListLanguage): string {
  if (files.length === 0) return ''
  const lines = files.map((file) => {
    const size = showSize(file.sizeBytes, language)
    return `<li>${fileLine(`${file.fileName} (${size})`, file.sha256)}</li>`
  })
  return `<ol class="files">${lines.join('')}</ol>`
}

/** A size in exact bytes, as the hash line needs it: `12,345 字节`. */
export function showSize(sizeBytes: number, language: ListLanguage): string {
  const size = sizeBytes.toLocaleString('en-GB')
  return say(language === 'both' ? 'zh' : language, (words) => fill(words.sizeBytes, { size })).join('')
}

function bodyOf({ body }: MessageContent, language: ListLanguage): string {
  const source = body.kind === 'html' ? body.html : body.text
  if (source.trim() === '') {
    const sentence = say(language, (words) => words.message.noBody).join(' ')
    return `<p class="no-body">${escapeHtml(sentence)}</p>`
  }
  return body.kind === 'html' ? isolateBody(body.html) : composeTextBody(body.text)
}
