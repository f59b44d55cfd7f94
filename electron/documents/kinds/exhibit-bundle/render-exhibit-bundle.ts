import type { UnreadableReason } from '@bridge/model/message.ts'
import { DocumentError } from '../../document-error.ts'
import type { BundleComposer, BundleSession } from '../../pdf/bundle-composer.ts'
import type { PdfRenderer } from '../../pdf/pdf-renderer.ts'
import { sniffFile } from '../../pdf/sniff-file.ts'
import { composeChatHtml } from './compose-chat-html.ts'
import { composeListDocx } from './compose-list-docx.ts'
import { composeListHtml } from './compose-list-html.ts'
import { composeMessageHtml } from './compose-message-html.ts'
import {
  composeFileSheetHtml,
  composeRecordHtml,
  composeTextFileHtml,
  composeTranslationHtml,
  composeUnreadSheetHtml,
  type SheetReason,
} from './compose-sheet-html.ts'
import {
  type EnclosedFile,
  type Exhibit,
  type ExhibitBundle,
  listExhibits,
  type MessageContent,
  type PageRange,
} from './model.ts'
import { linesOf, nameExhibit } from './numbering.ts'
import { type ExhibitParts, planBundle } from './plan-bundle.ts'
import { say } from './wording.ts'

/** What is filed, and what is worth telling the lawyer about it. */
export interface ExhibitPapers {
  /** The exhibit list, 证据目录. */
  listDocx: Uint8Array
  /** The list and every exhibit, stamped. */
  bundlePdf: Uint8Array
  pageCount: number
  /** Pages of the list at the front of the bundle. */
  listPageCount: number
  /** Where each exhibit stands, in printing order. */
  pages: PageRange[]
  /** Files that have a sheet in their place, by the SHA-256 that identifies them. */
  sheets: { exhibit: string; sha256: string; reason: SheetReason | UnreadableReason }[]
}

/** `typesetting` counts exhibits, `stamping` pages. */
export interface ExhibitProgress {
  phase: 'typesetting' | 'stamping'
  done: number
  total: number
}

export interface ExhibitTools {
  renderer: PdfRenderer
  composer: BundleComposer
  onProgress?: (progress: ExhibitProgress) => void
  signal?: AbortSignal
}

/**
 * Makes the papers of an exhibit bundle. Reads and writes nothing but memory. Rejects with the signal's reason when
 * cancelled, and with a `DocumentError` where printing or the bundle worker fails; a file that cannot be shown is no
 * failure, it gets a sheet.
 */
export async function renderExhibitBundle(
  bundle: ExhibitBundle,
  tools: ExhibitTools,
): Promise<ExhibitPapers> {
  const session = tools.composer.start(tools.signal)
  try {
    return await renderInto(session, bundle, tools)
  } finally {
    session.close()
  }
}

async function renderInto(
  session: BundleSession,
  bundle: ExhibitBundle,
  { renderer, onProgress = () => undefined, signal }: ExhibitTools,
): Promise<ExhibitPapers> {
  const typesetter = new Typesetter(session, renderer, bundle)
  const exhibits = listExhibits(bundle)
  const lengths: number[] = []
  const parts: ExhibitParts[] = []
  for (const [at, exhibit] of exhibits.entries()) {
    onProgress({ phase: 'typesetting', done: at, total: exhibits.length })
    signal?.throwIfAborted()
    const printed = await typesetter.printExhibit(exhibit).catch((cause) => {
      throw inExhibit(cause, exhibit, bundle)
    })
    parts.push(printed.parts)
    lengths.push(printed.pageCount)
  }
  onProgress({ phase: 'typesetting', done: exhibits.length, total: exhibits.length })
  const list = await typesetter.printList(lengths)
  const plan = planBundle(bundle, list.part, parts)
  const bundlePdf = await session.compose(plan, (done, total) =>
    onProgress({ phase: 'stamping', done, total }),
  )
  return {
    listDocx: await composeListDocx(bundle, list.pages, list.pageCount),
    bundlePdf,
    pageCount: list.pageCount,
    listPageCount: list.listPageCount,
    pages: list.pages,
    sheets: typesetter.sheets,
  }
}

/** An error with the exhibit it befell; where there is no browser at all, no exhibit is to blame. */
function inExhibit(
  cause: unknown,
  { number }: Exhibit,
  { style, heading, language }: ExhibitBundle,
): unknown {
  if (!(cause instanceof DocumentError) || cause.code === 'CHROMIUM_MISSING') return cause
  const [exhibit = number] = linesOf(nameExhibit(number, { style, role: heading.role }), language)
  return new DocumentError(cause.code, { cause, exhibit })
}

/** A list long enough to change its own length by a page number settles on the second pass; more never happened. */
const listPasses = 4

interface Printed {
  part: number
  pageCount: number
}

type Bookmarked = Printed & { bookmark: string }

/** Prints what a bundle is made of into a session, one numbered part after the other. */
class Typesetter {
  readonly sheets: ExhibitPapers['sheets'] = []
  readonly #session: BundleSession
  readonly #renderer: PdfRenderer
  readonly #bundle: ExhibitBundle
  #lastPart = 0

  constructor(session: BundleSession, renderer: PdfRenderer, bundle: ExhibitBundle) {
    this.#session = session
    this.#renderer = renderer
    this.#bundle = bundle
  }

  async printExhibit(exhibit: Exhibit): Promise<{ parts: ExhibitParts; pageCount: number }> {
    const { language } = this.#bundle
    const parts: ExhibitParts = []
    let pageCount = 0
    const add = (printed: Printed, bookmark: string) => {
      parts.push({ part: printed.part, bookmark })
      pageCount += printed.pageCount
    }
    for (const content of exhibit.contents) {
      if (content.kind === 'record') {
        const [channel = ''] = say(language, (words) => words.record.channels[content.channel])
        const bookmark = content.happenedOn === null ? channel : `${channel} ${content.happenedOn}`
        add(await this.#print(composeRecordHtml(content, language)), bookmark)
        continue
      }
      if (content.kind === 'chat') {
        add(await this.#print(composeChatHtml(content, language)), content.title)
        continue
      }
      if (content.kind === 'unread') {
        this.sheets.push({ exhibit: exhibit.number, sha256: content.sha256, reason: content.reason })
        add(await this.#print(composeUnreadSheetHtml(content, language)), content.fileName)
        continue
      }
      if (content.kind === 'translation') {
        const [heading = ''] = say(language, (words) => words.translation.heading)
        add(await this.#print(composeTranslationHtml(content, language)), `${heading} ${content.name}`)
        continue
      }
      if (content.kind === 'document') {
        add(await this.#printEnclosed(content, exhibit), content.fileName)
        continue
      }
      for (const { bookmark, ...printed } of await this.#printMessage(content, exhibit))
        add(printed, bookmark)
    }
    return { parts, pageCount }
  }

  /** A message and, behind it, each of its files in order; a message among them with its own files in turn. */
  async #printMessage(message: MessageContent, exhibit: Exhibit, name?: string): Promise<Bookmarked[]> {
    const { language } = this.#bundle
    const [noSubject = ''] = say(language, (words) => words.message.noSubject)
    const bookmark = name ?? (message.subject || noSubject)
    const printed = [{ bookmark, ...(await this.#print(composeMessageHtml(message, language))) }]
    for (const file of message.attachments) {
      const { inside, fileName } = file
      if (inside?.kind === 'message') printed.push(...(await this.#printMessage(inside, exhibit, fileName)))
      else printed.push({ bookmark: fileName, ...(await this.#printEnclosed(file, exhibit)) })
    }
    return printed
  }

  /** A file of plain text typeset, any other as it is. */
  async #printEnclosed(file: EnclosedFile, exhibit: Exhibit): Promise<Printed> {
    if (file.inside?.kind !== 'text') return await this.#printFile(file, exhibit)
    return await this.#print(composeTextFileHtml(file, file.inside.text, this.#bundle.language))
  }

  /** Prints the list until the page numbers in it are those of a bundle that starts with a list of its length. */
  async printList(lengths: readonly number[]) {
    let listPageCount = 1
    for (let pass = 0; pass < listPasses; pass += 1) {
      const { pages, pageCount } = paginate(listPageCount, lengths)
      const printed = await this.#print(composeListHtml(this.#bundle, pages, pageCount), true)
      if (printed.pageCount === listPageCount) return { part: printed.part, pages, pageCount, listPageCount }
      this.#session.discard(printed.part)
      listPageCount = printed.pageCount
    }
    throw new DocumentError('LIST_UNSTABLE')
  }

  async #print(html: string, landscape = false): Promise<Printed> {
    const pdf = await this.#renderer.render({ html, assets: new Map(), landscape })
    this.#lastPart += 1
    const opened = await this.#session.open(this.#lastPart, 'print', pdf)
    if ('problem' in opened) throw new DocumentError('PRINT_FAILED')
    return { part: this.#lastPart, pageCount: opened.pageCount }
  }

  /** A file's own pages, or the sheet that says why there are none. */
  async #printFile(file: EnclosedFile, exhibit: Exhibit): Promise<Printed> {
    const kind = sniffFile(file.bytes)
    let reason: SheetReason = 'UNPRINTABLE'
    if (kind) {
      this.#lastPart += 1
      const opened = await this.#session.open(this.#lastPart, kind, file.bytes)
      if (!('problem' in opened)) return { part: this.#lastPart, pageCount: opened.pageCount }
      reason = opened.problem
    }
    this.sheets.push({ exhibit: exhibit.number, sha256: file.sha256, reason })
    return await this.#print(composeFileSheetHtml(file, reason, this.#bundle.language))
  }
}

/** The bundle pages of exhibits of the given lengths behind a list of `listPageCount` pages. */
function paginate(
  listPageCount: number,
  lengths: readonly number[],
): { pages: PageRange[]; pageCount: number } {
  let last = listPageCount
  const pages = lengths.map((length) => {
    const first = last + 1
    last += length
    return { first, last }
  })
  return { pages, pageCount: last }
}
