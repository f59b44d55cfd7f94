import { setImmediate } from 'node:timers/promises'
import type { JobContext, JobRunner } from '../../jobs/job-runner.ts'
import type { PartText } from '../../mail/part-text/part-text.ts'
import { textUnread } from '../../mail/part-text/read-part-text.ts'
import type { ImportParts } from './import-batch.ts'
import { getOriginal } from './originals.ts'
import {
  addTextPiece,
  countUnread,
  listCasesWithUnread,
  listUnread,
  type UnreadAttachment,
} from './texts-store.ts'

type TextsParts = ImportParts & { jobs: JobRunner }

/** Attachments looked up at once. */
const AHEAD = 64
/** Characters of one piece, cut where a word ends: so much is indexed within 50 ms. */
const PIECE_LENGTH = 60_000
/** No word is longer than what is looked through for its end. */
const WORD_LENGTH = 200

/** Cuts a text into pieces that end where a word does; at least one, which may be empty. */
export function cutText(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  do {
    let end = Math.min(text.length, from + PIECE_LENGTH)
    if (end < text.length) {
      const space = text.slice(end - WORD_LENGTH, end).search(/\s\S*$/u)
      if (space >= 0) end = end - WORD_LENGTH + space + 1
    }
    pieces.push(text.slice(from, end))
    from = end
  } while (from < text.length)
  return pieces
}

/** Gives originals one after the other; attachments of one message stand together. */
function originalsOf({ store, files }: TextsParts) {
  let last: { sha256: string; bytes: Buffer } | null = null
  return async (sha256: string): Promise<Buffer> => {
    if (last?.sha256 !== sha256) last = { sha256, bytes: await getOriginal(store.read, files, sha256) }
    return last.bytes
  }
}

/** A damaged original is named where it is read for a purpose; here it only cannot be searched. */
async function readText(
  { reader }: TextsParts,
  getBytes: (sha256: string) => Promise<Buffer>,
  attachment: UnreadAttachment,
  signal: AbortSignal,
): Promise<PartText> {
  const known = textUnread(attachment)
  if (known) return known
  const { originalSha256, isDocument, partPath, fileName, contentType, isMessage } = attachment
  const bytes = await getBytes(originalSha256).catch(() => null)
  // A stop ended the worker meanwhile; to ask now would start another.
  signal.throwIfAborted()
  if (bytes === null) return { state: 'failed', reason: 'DAMAGED', text: '' }
  return await reader.partText(bytes, isDocument ? null : partPath, { fileName, contentType, isMessage })
}

async function keepText(
  { store, clock }: TextsParts,
  { messageId, position }: UnreadAttachment,
  { state, reason, text }: PartText,
): Promise<void> {
  const at = clock.now()
  for (const [piece, part] of [...cutText(text).entries()].reverse()) {
    store.write((writer) =>
      addTextPiece(writer, { messageId, position, piece, state, reason, text: part }, at),
    )
    await setImmediate()
  }
}

async function readTexts(parts: TextsParts, caseId: string, { signal, progress }: JobContext): Promise<void> {
  const { store, reader } = parts
  const getBytes = originalsOf(parts)
  const total = countUnread(store.read, caseId)
  let done = 0
  // What waits for an answer of the worker is let go of by its end.
  const stop = (): void => reader.restTexts()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (
      let unread = listUnread(store.read, caseId, AHEAD);
      unread.length > 0;
      unread = listUnread(store.read, caseId, AHEAD)
    ) {
      for (const attachment of unread) {
        signal.throwIfAborted()
        const text = await readText(parts, getBytes, attachment, signal)
        // An answer cut off by the stop is none.
        signal.throwIfAborted()
        await keepText(parts, attachment, text)
        done += 1
        progress('reading', done, Math.max(done, total))
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    reader.restTexts()
    store.checkpoint()
  }
}

/**
 * Reads the texts of a case's attachments beside other work, each once. What is done stays done: a lock or a crash only puts the
 * rest off to the next opening. Gives the id of the job; null where nothing is to be read, or somebody is at it.
 */
export function startTexts(parts: TextsParts, caseId: string): string | null {
  const { store, ids, jobs } = parts
  const isRunning = jobs
    .list()
    .some((job) => job.kind === 'evidence.texts' && job.caseId === caseId && job.state === 'running')
  if (isRunning || countUnread(store.read, caseId) === 0) return null
  const jobId = ids.next()
  jobs.start(
    { id: jobId, kind: 'evidence.texts', caseId, subjectId: jobId },
    () => undefined,
    (context) => readTexts(parts, caseId, context),
  )
  return jobId
}

/** The same for every case, at the opening. */
export function resumeTexts(parts: TextsParts): void {
  for (const caseId of listCasesWithUnread(parts.store.read)) startTexts(parts, caseId)
}
