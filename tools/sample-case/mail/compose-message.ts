import { encode } from './charsets.ts'
import { type Entity, fileEntity, messageEntity, multipart, renderEntity, textEntity } from './entity.ts'
import { addressed, encodedWords } from './header-words.ts'
import { wholeText } from './history.ts'
import { htmlLines, htmlPage } from './html.ts'
import type { Enclosure, Letter } from './letter.ts'
import { receivedHeaders } from './received.ts'
import { mailDate, zoneMinutes } from './written-time.ts'

const fonts = {
  outlook: 'Aptos, Calibri, sans-serif',
  'outlook-cn': '等线',
  thunderbird: 'sans-serif',
  foxmail: "'Microsoft YaHei UI', Tahoma",
  qqmail: "'lucida Grande', Verdana, 'Microsoft YaHei'",
  coremail: 'arial',
}

/** Message-ID with its angle brackets. */
export const messageId = (letter: Letter) => `<${letter.program.messageId(letter)}>`

function references(letter: Letter): string[] {
  return letter.answers === undefined ? [] : [...references(letter.answers), messageId(letter.answers)]
}

function textBody(letter: Letter): Entity {
  const { charset, transfer, html = 'none' } = letter
  const text = wholeText(letter)
  const plain = () => textEntity('plain', text, charset, transfer)
  if (html === 'none') return plain()
  const page =
    typeof html === 'object' ? html.page : htmlPage(htmlLines(text), charset, fonts[letter.program.name])
  const rich = textEntity('html', page, charset, transfer)
  return html === 'only'
    ? rich
    : multipart('alternative', letter.program.boundary(letter, 2), [plain(), rich])
}

async function enclosed(letter: Letter, enclosure: Enclosure): Promise<Entity> {
  return fileEntity(await enclosure.make(), { nameStyle: 'plain', ...enclosure, words: letter.words })
}

async function wholeBody(letter: Letter): Promise<Entity> {
  const files = letter.enclosures ?? []
  const pictures = files.filter((file) => file.contentId !== undefined)
  const papers = files.filter((file) => file.contentId === undefined)
  let body = textBody(letter)
  if (pictures.length > 0) {
    const inline = await Promise.all(pictures.map((file) => enclosed(letter, file)))
    body = multipart('related', letter.program.boundary(letter, 1), [body, ...inline])
  }
  const attached = await Promise.all(papers.map((file) => enclosed(letter, file)))
  if (letter.forwards !== undefined) attached.push(messageEntity(await composeMessage(letter.forwards)))
  return attached.length === 0
    ? body
    : multipart('mixed', letter.program.boundary(letter, 0), [body, ...attached])
}

/** The letter as the file a mail program would export: CRLF lines, headers in the program's own manner. */
export async function composeMessage(letter: Letter): Promise<Buffer> {
  const { words } = letter
  const people = (boxes: readonly { name: string; address: string }[]) =>
    boxes.map((box) => addressed(box, words)).join(',\r\n\t')
  const parents = letter.linked === false ? [] : references(letter)
  const subject = letter.rawHeaders === undefined ? encodedWords(letter.subject, words) : letter.subject
  const body = await wholeBody(letter)
  const headers = [
    ...receivedHeaders(letter),
    `Date: ${mailDate(Date.parse(letter.at), zoneMinutes(letter.at))}`,
    `From: ${people([letter.from])}`,
    `To: ${people(letter.to)}`,
    ...(letter.cc === undefined ? [] : [`Cc: ${people(letter.cc)}`]),
    `Subject: ${subject}`,
    `Message-ID: ${messageId(letter)}`,
    ...(parents.length === 0
      ? []
      : [`In-Reply-To: ${parents.at(-1)}`, `References: ${parents.join('\r\n ')}`]),
    ...letter.program.headers(letter),
    'MIME-Version: 1.0',
  ]
  const bytes = Buffer.concat([
    encode(`${headers.join('\r\n')}\r\n`, letter.rawHeaders ?? 'us-ascii'),
    renderEntity(body),
  ])
  return letter.damage === undefined ? bytes : letter.damage(bytes)
}
