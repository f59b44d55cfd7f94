import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { readDocument } from '../mail/document/read-document.ts'
import { labelsOf } from '../mail/labels.ts'
import type { readMessage } from '../mail/read-message.ts'
import { type ItemPlace, type SourceFile, skipReasonOf, WHOLE } from '../mail/source-file.ts'
import type { Found, ItemForm } from '../mail/sources/found.ts'
import { walkSource } from '../mail/sources/walk-source.ts'
import { piecesOf } from './byte-pieces.ts'
import type { Credit } from './credit.ts'
import type { FromMailWorker } from './mail-protocol.ts'

export type Post = (message: FromMailWorker) => void

/** What the reading of sources works with. */
export interface Desk {
  readonly post: Post
  /** Resolves once what was posted is out of this process. */
  readonly sent: () => Promise<void>
  readonly credit: Credit
  readonly read: typeof readMessage
  /** Lets the process take what messages of so many bytes may cost. */
  readonly allowFor: (bytes: number) => void
}

/** Sends a message that carries bytes, in pieces. */
export function postBytes(
  post: Post,
  bytes: Uint8Array,
  first: (piece: Uint8Array<ArrayBuffer>) => FromMailWorker,
): void {
  let isFirst = true
  for (const piece of piecesOf(bytes)) {
    post(isFirst ? first(piece) : { type: 'more', piece })
    isFirst = false
  }
}

/** One thing and what it is called: its hash and bytes are out of this process before a parser touches them, for it may never return. */
async function sendItem(
  { post, sent, credit, read, allowFor }: Desk,
  { place, form, name }: { place: ItemPlace; form: ItemForm; name: string },
  bytes: Buffer,
): Promise<void> {
  allowFor(credit.bytes + bytes.length)
  const sha256 = hash('sha256', bytes)
  await credit.take(bytes.length)
  postBytes(post, bytes, (piece) => ({ type: 'item', place, form, sha256, sizeBytes: bytes.length, piece }))
  await sent()
  if (form === 'document') {
    post({ type: 'reading', reading: { ok: true, message: readDocument(bytes, name) }, labels: [] })
    return
  }
  post({ type: 'reading', reading: read(bytes), labels: labelsOf(bytes, name) })
}

async function sendFound(desk: Desk, source: SourceFile, found: Found): Promise<void> {
  const { place } = found
  if ('skipped' in found) {
    desk.post({ type: 'skipped', place, reason: found.skipped })
    return
  }
  // What is taken out of a container may hang on the way: whoever waits must know at what.
  if (place.containerSha256 !== null) {
    desk.post({ type: 'opening', place })
    await desk.sent()
  }
  const opened = await found.open((sizeBytes) => desk.allowFor(desk.credit.bytes + sizeBytes))
  if (typeof opened === 'string') desk.post({ type: 'skipped', place, reason: opened })
  else await sendItem(desk, { place, form: found.form, name: basename(place.below || source.name) }, opened)
}

/** Reads one source and sends what is in it, but for the first `skipItems`, which a worker before this one has sent. */
export async function serveSource(desk: Desk, source: SourceFile, skipItems: number): Promise<void> {
  let count = 0
  try {
    for await (const found of walkSource(source)) {
      count += 1
      if (count > skipItems) await sendFound(desk, source, found)
    }
  } catch (error) {
    desk.post({ type: 'skipped', place: WHOLE, reason: skipReasonOf(error) })
  }
  desk.post({ type: 'sourceDone' })
}
