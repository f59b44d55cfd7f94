import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import { showSize } from './compose-message-html.ts'
import { fieldTable, fieldTableCss } from './field-table.ts'
import type { EnclosedFile, RecordContent, TranslationContent, UnreadContent } from './model.ts'
import { say, type Words } from './wording.ts'

/** Why a file has a sheet in its place. */
export type SheetReason = keyof Words['sheet']['reason']

const css = `
${fieldTableCss}
h1 { font-size: 14pt; margin: 0 0 3mm } h1 span { display: block; font-size: 10.5pt; color: #444 }
.sentences { margin-top: 5mm } .sentences p { margin: 0 0 1.5mm }
.said { white-space: pre-wrap; padding-top: 5mm }
.caution { margin-top: 8mm; padding-top: 2mm; border-top: .5pt solid #999; color: #555; font-size: 8.5pt }
.caution p { margin: 0 }
`

function page(language: ListLanguage, body: string): string {
  return htmlPage({ language: language === 'en' ? 'en-GB' : 'zh-CN', css, body })
}

function headline(lines: readonly string[]): string {
  const [first = '', ...rest] = lines.map(escapeHtml)
  return `<h1>${first}${rest.map((line) => `<span>${line}</span>`).join('')}</h1>`
}

const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')

/** The sheet that stands in for an attachment paper cannot show: what it is, why, and where the file itself lies. */
export function composeFileSheetHtml(
  file: EnclosedFile,
  reason: SheetReason,
  language: ListLanguage,
): string {
  const why = say(language, (words) => words.sheet.reason[reason])
  return composeSheet(file, 'heading', why, language)
}

/** A file of plain text, exactly as written, below the facts that identify it. */
export function composeTextFileHtml(file: EnclosedFile, text: string, language: ListLanguage): string {
  const said = `<div class="said">${escapeHtml(text)}</div>`
  return page(language, `${headline([file.fileName])}${factsOf(file, language)}${said}`)
}

/** The sheet that stands in for a message that could not be read; its file lies among the originals all the same. */
export function composeUnreadSheetHtml(message: UnreadContent, language: ListLanguage): string {
  const why = say(language, (words) => words.sheet.unread[message.reason])
  return composeSheet(message, 'messageHeading', why, language)
}

function composeSheet(
  file: FileFacts,
  heading: 'heading' | 'messageHeading',
  why: readonly string[],
  language: ListLanguage,
): string {
  const label = (key: SheetLabel) => say(language, (words) => words.sheet[key])
  const sentences = paragraphs([...why, ...label('statement')])
  return page(
    language,
    `${headline(label(heading))}${factsOf(file, language)}<div class="sentences">${sentences}</div>`,
  )
}

type FileFacts = Omit<EnclosedFile, 'bytes' | 'inside'>
type SheetLabel = Exclude<keyof Words['sheet'], 'reason' | 'unread'>

function factsOf(file: FileFacts, language: ListLanguage): string {
  const label = (key: SheetLabel) => say(language, (words) => words.sheet[key])
  return fieldTable([
    { label: label('name'), html: escapeHtml(file.fileName) },
    { label: label('type'), html: escapeHtml(file.contentType) },
    { label: label('size'), html: escapeHtml(showSize(file.sizeBytes, language)) },
    { label: label('sha256'), html: file.sha256 },
    { label: label('storedAs'), html: escapeHtml(file.storedAs) },
  ])
}

/** A chat or a telephone call as the lawyer typed it in, and the sentence that this is not the original. */
export function composeRecordHtml(record: RecordContent, language: ListLanguage): string {
  const label = (key: Exclude<keyof Words['record'], 'channels'>) =>
    say(language, (words) => words.record[key])
  const channel = say(language, (words) => words.record.channels[record.channel])
  const fields = fieldTable([
    { label: label('channel'), html: escapeHtml(channel.join(' ')) },
    { label: label('when'), html: escapeHtml(record.happenedOn ?? label('dateMissing').join(' ')) },
    { label: label('participants'), html: escapeHtml(record.participants) },
  ])
  return page(
    language,
    `${headline(label('heading'))}${fields}<div class="said">${escapeHtml(record.text)}</div>
<div class="caution">${paragraphs(label('caution'))}</div>`,
  )
}

/** A translation, with what it is of and who vouches for it. */
export function composeTranslationHtml(translation: TranslationContent, language: ListLanguage): string {
  type Label = Exclude<keyof Words['translation'], 'languages' | 'notes'>
  const label = (key: Label) => say(language, (words) => words.translation[key])
  const into = say(language, (words) => words.translation.languages[translation.language])
  const stated = (text: string | null) => escapeHtml(text || label('notStated').join(' '))
  const passage =
    translation.quote === null ? [] : [{ label: label('passage'), html: escapeHtml(translation.quote) }]
  const fields = fieldTable([
    { label: label('of'), html: escapeHtml(translation.name) },
    ...passage,
    { label: label('language'), html: escapeHtml(into.join(' ')) },
    { label: label('translator'), html: stated(translation.translator) },
    { label: label('credential'), html: stated(translation.credential) },
    { label: label('madeOn'), html: stated(translation.madeOn) },
  ])
  const said = `<div class="said" lang="${translation.language === 'zh' ? 'zh-CN' : 'en'}">${escapeHtml(translation.text)}</div>`
  return page(language, `${headline(label('heading'))}${fields}${said}`)
}
