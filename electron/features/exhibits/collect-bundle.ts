import type { CaseRecord } from '@bridge/model/case.ts'
import {
  type EnclosedFile,
  type Exhibit,
  type ExhibitBundle,
  type MessageContent,
  type RecordContent,
  recordContent,
} from '../../documents/kinds/exhibit-bundle/model.ts'
import type { Reader } from '../../store/store.ts'
import { findStatement } from '../confirmations/index.ts'
import { findMessage } from '../evidence/index.ts'
import { collectChat } from './collect-chat.ts'
import { type CollectParts, collectMessage } from './collect-message.ts'
import { translationNoted, translationsOf } from './collect-translations.ts'
import { createPathGiver, type PathGiver } from './export-names.ts'
import type { ExhibitEntry } from './manifest.ts'
import type { Outline, OutlinedExhibit } from './read-outline.ts'

/** A file of the export beside the papers. */
export interface ExportFile {
  path: string
  bytes: Uint8Array
}

export interface CollectedBundle {
  bundle: ExhibitBundle
  /** Originals and decoded attachments, exhibit by exhibit. */
  files: ExportFile[]
  exhibits: Omit<ExhibitEntry, 'pages'>[]
}

export interface CollectOptions {
  matter: CaseRecord
  outline: Outline
  /** The plain date that stands on the papers where the lawyer set none. */
  day: string
  signal: AbortSignal
  onMessage(done: number, total: number): void
}

/** Everything the papers say, with every original and attachment decrypted in memory and nowhere else. */
export async function collectBundle(parts: CollectParts, options: CollectOptions): Promise<CollectedBundle> {
  const { matter, outline, day, signal, onMessage } = options
  const collected: CollectedBundle = { bundle: headOf(matter, outline, day), files: [], exhibits: [] }
  const paths = createPathGiver()
  const total = outline.groups.flatMap((group) => group.exhibits.flatMap((exhibit) => exhibit.items)).length
  let done = 0
  onMessage(done, total)
  for (const group of outline.groups.filter((each) => each.exhibits.length > 0)) {
    const exhibits: Exhibit[] = []
    for (const exhibit of group.exhibits) {
      signal.throwIfAborted()
      exhibits.push(await collectExhibit(parts, paths, exhibit, collected))
      done += exhibit.items.length
      onMessage(done, total)
    }
    collected.bundle.groups.push({ label: group.label, ...group.wording, exhibits })
  }
  return collected
}

async function collectExhibit(
  parts: CollectParts,
  paths: PathGiver,
  exhibit: OutlinedExhibit,
  collected: CollectedBundle,
): Promise<Exhibit> {
  const contents: Exhibit['contents'] = []
  const entry: CollectedBundle['exhibits'][number] = { number: exhibit.name, items: [] }
  const printedChats = new Set<string>()
  const several = exhibit.items.filter((item) => 'messageId' in item).length > 1
  for (const [at, item] of exhibit.items.entries()) {
    if ('statementId' in item) {
      contents.push(recordOf(parts.read, item.statementId))
      entry.items.push({ kind: 'record' })
      continue
    }
    const place = { exhibit: exhibit.name, place: several ? at + 1 : null, messageId: item.messageId }
    const threadId = findChatThread(parts.read, item.messageId)
    if (threadId !== undefined) {
      if (printedChats.has(threadId)) continue
      printedChats.add(threadId)
      const messageIds = exhibit.items
        .flatMap((each) => ('messageId' in each ? each.messageId : []))
        .filter((id) => findChatThread(parts.read, id) === threadId)
      const chat = await collectChat(parts, paths, { ...place, threadId, messageIds })
      const translated = messageIds.flatMap((id) => translationsOf(parts.read, id, chat.content))
      contents.push(chat.content, ...translated)
      for (const { path, bytes, sha256 } of chat.originals) {
        entry.items.push({ kind: 'message', original: { path, sha256 }, attachments: [] })
        collected.files.push({ path, bytes })
      }
      continue
    }
    const { content, original } = await collectMessage(parts, paths, place)
    contents.push(content, ...translationsOf(parts.read, item.messageId, content))
    const attachments = content.kind === 'message' ? filesOf(content) : []
    entry.items.push({
      kind: 'message',
      original: { path: content.storedAs, sha256: content.sha256 },
      attachments: attachments.map((file) => file.storedAs),
    })
    collected.files.push({ path: content.storedAs, bytes: original })
    for (const { storedAs, bytes } of attachments) collected.files.push({ path: storedAs, bytes })
  }
  collected.exhibits.push(entry)
  const messageIds = exhibit.items.flatMap((item) => ('messageId' in item ? item.messageId : []))
  const translation = translationNoted(parts.read, messageIds)
  return { ...exhibit.wording, number: exhibit.number, translation, contents }
}

/** The conversation that a message is a line of: its lines in one exhibit are one sheet. */
function findChatThread(reader: Reader, messageId: string): string | undefined {
  const message = findMessage(reader, messageId)
  return message?.form === 'chat' ? message.threadId : undefined
}

/** The files of a message, those of a message among them included. */
const filesOf = ({ attachments }: MessageContent): EnclosedFile[] =>
  attachments.flatMap((file) => [file, ...(file.inside?.kind === 'message' ? filesOf(file.inside) : [])])

function recordOf(reader: Reader, statementId: string): RecordContent {
  const statement = findStatement(reader, statementId)
  if (!statement) throw new TypeError('An exhibit holds a statement that is not there')
  return {
    kind: 'record',
    channel: recordContent.shape.channel.parse(statement.channel),
    happenedOn: statement.saidOn,
    participants: statement.speaker,
    text: statement.quote,
  }
}

function headOf(matter: CaseRecord, { settings }: Outline, day: string): ExhibitBundle {
  const inBoth = (text: string) => ({ zh: text, en: text })
  return {
    language: settings.language,
    style: settings.numberStyle,
    columns: { kind: settings.showKind, originality: settings.showOriginality },
    heading: {
      caseTitle: inBoth(matter.title),
      caseNumber: settings.caseNumber,
      tribunal: inBoth(settings.tribunal),
      role: settings.submitterRole,
      submitter: inBoth(settings.submitter),
      submittedOn: settings.submittedOn ?? day,
    },
    groups: [],
  }
}
