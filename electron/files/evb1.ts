import { hkdfSync, randomBytes } from 'node:crypto'
import { KEY_BYTES, NONCE_BYTES, openBytes, sealBytes, TAG_BYTES } from '../platform/aead.ts'
import { canonicalBytes } from '../platform/canonical.ts'

// EVB1, one encrypted file: header | label | chunk…
//   header  'EVB1', version, algorithm (1 byte each), salt (32), length of the plaintext (8, big-endian)
//   label   512 bytes of canonical JSON, padded with zeros, sealed: what the file is, for a salvage without the database
//   chunks  64 KiB each, the last one shorter or empty, sealed with the STREAM construction that age uses
// Every seal is AES-256-GCM with its tag behind it and the header as associated data.

const MAGIC = Buffer.from('EVB1')
const VERSION = 1
const AES_256_GCM = 1
const SALT_BYTES = 32
const LENGTH_AT = MAGIC.length + 2 + SALT_BYTES
const LABEL_BYTES = 512
/** The label's key seals nothing else, so its nonce need not differ. */
const LABEL_NONCE = Buffer.alloc(NONCE_BYTES)

export const CHUNK_BYTES = 65_536
export const HEADER_BYTES = LENGTH_AT + 8
/** Header and label: as much of a file as says what it is. */
export const PREFIX_BYTES = HEADER_BYTES + LABEL_BYTES + TAG_BYTES

/** What the label says. A later app may add to it; keys that are not known here are left alone. */
export interface Evb1Label {
  readonly sha256: string
  /** What it was called where it came from, cleaned; a salvage without the database gives it back. */
  readonly name?: string
}

/** The size on disk of a file with `length` bytes in it. */
export const sealedSize = (length: number): number => PREFIX_BYTES + length + chunkCount(length) * TAG_BYTES

/** The encrypted file, piece by piece, under keys of its own made from `fileKey` and a new salt. */
export function* sealFile(fileKey: Uint8Array, label: Evb1Label, bytes: Uint8Array): Generator<Buffer> {
  const header = composeHeader(bytes.length)
  const keys = deriveKeys(fileKey, header)
  try {
    yield header
    yield sealBytes(keys.label, LABEL_NONCE, composeLabel(label), header)
    for (const { index, start, end, last } of chunks(bytes.length))
      yield sealBytes(keys.content, chunkNonce(index, last), bytes.subarray(start, end), header)
  } finally {
    wipe(keys)
  }
}

/** The label, or undefined where header or label are not as they were written. Needs the first `PREFIX_BYTES` only. */
export function openLabel(fileKey: Uint8Array, file: Buffer): Evb1Label | undefined {
  const header = file.subarray(0, HEADER_BYTES)
  if (lengthOf(header) === undefined) return undefined
  const keys = deriveKeys(fileKey, header)
  const opened = openBytes(keys.label, LABEL_NONCE, file.subarray(HEADER_BYTES, PREFIX_BYTES), header)
  wipe(keys)
  return opened && parseLabel(opened)
}

/**
 * The plaintext of a whole file, or undefined where a single bit differs, a chunk is missing, moved or too many.
 * `pause` is awaited after every chunk, so that a large file does not hold the thread.
 */
export async function openContent(
  fileKey: Uint8Array,
  file: Buffer,
  pause: () => Promise<void>,
): Promise<Buffer | undefined> {
  const header = file.subarray(0, HEADER_BYTES)
  const length = lengthOf(header)
  if (length === undefined || file.length !== sealedSize(length)) return undefined
  const keys = deriveKeys(fileKey, header)
  const content = Buffer.allocUnsafeSlow(length) // filled whole or not given out; zeroing 150 MB takes 50 ms
  try {
    for (const { index, start, end, last } of chunks(length)) {
      const at = PREFIX_BYTES + start + index * TAG_BYTES
      const part = file.subarray(at, at + end - start + TAG_BYTES)
      const opened = openBytes(keys.content, chunkNonce(index, last), part, header)
      if (!opened) return undefined
      opened.copy(content, start)
      await pause()
    }
    return content
  } finally {
    wipe(keys)
  }
}

const chunkCount = (length: number): number => Math.max(1, Math.ceil(length / CHUNK_BYTES))

function* chunks(length: number) {
  const count = chunkCount(length)
  for (let index = 0; index < count; index += 1) {
    const start = index * CHUNK_BYTES
    yield { index, start, end: Math.min(start + CHUNK_BYTES, length), last: index === count - 1 }
  }
}

/** An 11-byte counter and a flag on the last chunk: a file cut at a chunk does not open. */
function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUIntBE(index, NONCE_BYTES - 1 - 6, 6)
  nonce[NONCE_BYTES - 1] = last ? 1 : 0
  return nonce
}

function composeHeader(length: number): Buffer {
  const header = Buffer.concat([
    MAGIC,
    Buffer.of(VERSION, AES_256_GCM),
    randomBytes(SALT_BYTES),
    Buffer.alloc(8),
  ])
  header.writeBigUInt64BE(BigInt(length), LENGTH_AT)
  return header
}

/** The length that a header promises, or undefined where it is not a header of this version. */
function lengthOf(header: Buffer): number | undefined {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (header[MAGIC.length] !== VERSION || header[MAGIC.length + 1] !== AES_256_GCM) return undefined
  const length = Number(header.readBigUInt64BE(LENGTH_AT))
  return Number.isSafeInteger(length) ? length : undefined
}

interface FileKeys {
  readonly label: Buffer
  readonly content: Buffer
}

function deriveKeys(fileKey: Uint8Array, header: Buffer): FileKeys {
  const salt = header.subarray(MAGIC.length + 2, LENGTH_AT)
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', fileKey, salt, `EVB1/${purpose}`, KEY_BYTES))
  return { label: derive('label'), content: derive('content') }
}

const wipe = ({ label, content }: FileKeys): void => {
  label.fill(0)
  content.fill(0)
}

function composeLabel(label: Evb1Label): Buffer {
  const text = canonicalBytes(label)
  if (text.length > LABEL_BYTES) throw new RangeError('The label is too long')
  return Buffer.concat([text, Buffer.alloc(LABEL_BYTES - text.length)])
}

function parseLabel(padded: Buffer): Evb1Label | undefined {
  const value: unknown = JSON.parse(padded.toString('utf8').replace(/(?<!\0)\0+$/u, ''))
  if (typeof value !== 'object' || value === null || !('sha256' in value)) return undefined
  if (typeof value.sha256 !== 'string') return undefined
  const named = 'name' in value && typeof value.name === 'string' ? { name: value.name } : {}
  return { sha256: value.sha256, ...named }
}
