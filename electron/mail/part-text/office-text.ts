import { Parser } from 'htmlparser2'
import { fromBufferPromise } from 'yauzl'
import { listZip, type ZipMember } from '../zip/open-zip.ts'
import { failed, type PartText, TextCollector, textFound } from './part-text.ts'

/** Bytes of XML that one document may unpack to (security.md 3.8). */
const MOST_XML_BYTES = 100 * 1024 ** 2
const MOST_DEPTH = 256

/** Elements whose characters are text, and those that end a line or stand for a space (ECMA-376 17.3, 18.4, 21.1.2). */
const TEXT = new Set(['w:t', 'w:delText', 'a:t', 't', 'v'])
const LINE = new Set(['w:p', 'w:br', 'w:cr', 'w:tr', 'a:p', 'a:br', 'row', 'si'])
const SPACE = new Set(['w:tab', 'w:tc', 'c'])

/** Thrown to leave a parser in the middle of a document. */
class Enough extends Error {}

type OnElement = (name: string, attributes: Readonly<Record<string, string>>) => void

/** Reads one XML file. There is no document type: entities that swell or load are not known to the parser at all. */
async function parseXml(
  member: ZipMember,
  handlers: { open: OnElement; text: (text: string) => void; close: (name: string) => void },
): Promise<void> {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > MOST_DEPTH) throw new Enough()
        handlers.open(name, attributes)
      },
      ontext: handlers.text,
      onclosetag(name) {
        depth -= 1
        handlers.close(name)
      },
      onprocessinginstruction(name) {
        if (/^!doctype$/i.test(name)) throw new Enough()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  const decoder = new TextDecoder()
  for await (const piece of member.stream()) parser.write(decoder.decode(piece, { stream: true }))
  parser.end(decoder.decode())
}

/** The text of one part of a document, in its order. */
async function addText(member: ZipMember, collected: TextCollector): Promise<void> {
  let inText = 0
  await parseXml(member, {
    open(name) {
      if (TEXT.has(name)) inText += 1
      else if (SPACE.has(name)) collected.add(' ')
    },
    text(text) {
      if (inText > 0) collected.add(text)
      if (collected.isFull) throw new Enough()
    },
    close(name) {
      if (TEXT.has(name)) inText -= 1
      else if (LINE.has(name)) collected.add('\n')
    },
  })
}

/** The shared texts of a workbook (ECMA-376 18.4.9), by their numbers; readings of characters beside them are left out. */
async function sharedTexts(member: ZipMember): Promise<string[]> {
  const texts: string[] = []
  let [current, inText, inReading] = ['', 0, 0]
  await parseXml(member, {
    open(name) {
      if (name === 't') inText += 1
      if (name === 'rPh') inReading += 1
    },
    text(text) {
      if (inText > 0 && inReading === 0) current += text
    },
    close(name) {
      if (name === 't') inText -= 1
      if (name === 'rPh') inReading -= 1
      if (name !== 'si') return
      texts.push(current)
      current = ''
    },
  })
  return texts
}

/** The cells of a sheet, a line for each row. Formulas are left out, for their results stand beside them. */
async function addSheet(
  member: ZipMember,
  shared: readonly string[],
  collected: TextCollector,
): Promise<void> {
  let [value, kind, isValue] = ['', '', false]
  await parseXml(member, {
    open(name, attributes) {
      if (name === 'c') [value, kind] = ['', attributes.t ?? '']
      isValue = name === 'v' || name === 't' || (isValue && name !== 'f')
    },
    text(text) {
      if (isValue) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'row') collected.add('\n')
      if (name !== 'c') return
      collected.add(`${kind === 's' ? (shared[Number(value)] ?? '') : value} `)
      if (collected.isFull) throw new Enough()
    },
  })
}

/** Parts that hold text, in the order they are read. */
const PARTS = {
  word: /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/,
  slides: /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml$/,
  sheets: /^xl\/worksheets\/sheet\d+\.xml$/,
} as const
const BODY = 'word/document.xml'

const numberIn = (name: string): number => Number(/(?<!\d)(\d{1,9})\.xml$/.exec(name)?.[1] ?? 0)

/** The body first, then sheets and slides by their numbers. */
const inOrder = (one: ZipMember, other: ZipMember): number =>
  Number(other.name === BODY) - Number(one.name === BODY) || numberIn(one.name) - numberIn(other.name)

async function readParts(members: readonly ZipMember[], collected: TextCollector): Promise<void> {
  for (const member of members
    .filter(({ name }) => PARTS.word.test(name) || PARTS.slides.test(name))
    .sort(inOrder)) {
    await addText(member, collected)
    collected.add('\n')
  }
  const sheets = members.filter(({ name }) => PARTS.sheets.test(name)).sort(inOrder)
  const strings = sheets.length > 0 && members.find(({ name }) => name === 'xl/sharedStrings.xml')
  const shared = strings ? await sharedTexts(strings) : []
  for (const sheet of sheets) await addSheet(sheet, shared, collected)
}

/** The text of a document, workbook or presentation of Office Open XML. Never throws for what it holds. */
export async function officeText(bytes: Buffer): Promise<PartText> {
  const collected = new TextCollector()
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false })
    const { members } = await listZip(zip)
    const wanted = members.filter(({ name }) => name.endsWith('.xml'))
    if (wanted.some(({ refused }) => refused === 'BOMB')) return failed('TOO_LARGE')
    if (wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > MOST_XML_BYTES) return failed('TOO_LARGE')
    await readParts(
      wanted.filter(({ refused }) => refused === null),
      collected,
    )
  } catch (error) {
    if (!(error instanceof Enough)) return failed('DAMAGED')
    if (!collected.isFull) return failed('DAMAGED')
  }
  return textFound(collected.text)
}
