import { crc32 } from 'node:zlib'
import type { CfbStorage } from '../cfb/compound-file.ts'
import type { MapiMessage, Properties } from '../mapi/mapi-message.ts'
import { storageOf, streamOf } from './storage-parts.ts'

/** What the properties from 0x8000 on are called, as a mailbox and a message file both keep it (MS-OXMSG 2.2.3.1, MS-PST 2.4.7). */
export interface PropertyNames {
  /** The name spaces, 16 octets each. */
  readonly guids: Buffer
  /** For each property eight octets: its number or where its name stands, its name space, its place. */
  readonly entries: Buffer
  readonly strings: Buffer
}

const FIRST_NAMED = 0x8000
/** Streams that find a property by its name, of which there are so many (MS-OXMSG 2.2.3.2.4). */
const BUCKETS = 0x1f
const FIRST_BUCKET = 0x1000

/** What one named property is called. */
interface Name {
  readonly number: number
  /** Which name space, and in the lowest bit whether it has a word for a name. */
  readonly space: number
  readonly word: Buffer | null
}

function namesById({ entries, strings }: PropertyNames): Map<number, Name> {
  const names = new Map<number, Name>()
  for (let at = 0; at + 8 <= entries.length; at += 8) {
    const [number, space, place] = [
      entries.readUInt32LE(at),
      entries.readUInt16LE(at + 4),
      entries.readUInt16LE(at + 6),
    ]
    const hasWord = space % 2 === 1
    if (hasWord && number + 4 > strings.length) continue
    const word = hasWord ? strings.subarray(number + 4, number + 4 + strings.readUInt32LE(number)) : null
    names.set(FIRST_NAMED + place, { number, space, word })
  }
  return names
}

function allProperties(message: MapiMessage): Properties[] {
  return [
    message.properties,
    ...message.recipients,
    ...message.attachments.flatMap(({ properties, nested }) => [
      properties,
      ...(nested ? allProperties(nested) : []),
    ]),
  ]
}

/** RFC 1510 6.4.1: without the inversions before and behind that other uses of this sum have. */
const sumOf = (word: Buffer): number => (crc32(word, 0xffff_ffff) ^ 0xffff_ffff) >>> 0

/** How the named properties of one message file are numbered, and the storage that says so. */
export interface NamedIds {
  /** The number a property has in the file; undefined where nobody knows its name. */
  idOf(id: number): number | undefined
  readonly storage: CfbStorage
}

/**
 * The names a message needs of its mailbox's, numbered anew from 0x8000 in the order of their old numbers: a mailbox may name
 * thousands, and each message file carries its own.
 */
export function nameProperties(message: MapiMessage, names: PropertyNames): NamedIds {
  const known = namesById(names)
  const used = new Set(allProperties(message).flatMap((properties) => [...properties.keys()]))
  const kept = [...used].filter((id) => known.has(id)).sort((one, other) => one - other)
  const ids = new Map(kept.map((id, place) => [id, FIRST_NAMED + place]))
  const entries: Buffer[] = []
  const buckets = new Map<number, Buffer[]>()
  const words: Buffer[] = []
  let wordsBytes = 0
  for (const [place, id] of kept.entries()) {
    const name = known.get(id)
    if (!name) continue
    const sum = name.word ? sumOf(name.word) : name.number
    entries.push(entryOf(name.word ? wordsBytes : name.number, name.space, place))
    const bucket = FIRST_BUCKET + (((sum ^ name.space) >>> 0) % BUCKETS)
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), entryOf(sum, name.space, place)])
    if (!name.word) continue
    const length = Buffer.alloc(4)
    length.writeUInt32LE(name.word.length)
    const piece = Buffer.concat([length, name.word, Buffer.alloc((4 - (name.word.length % 4)) % 4)])
    words.push(piece)
    wordsBytes += piece.length
  }
  const streams = [
    streamOf(streamName(2), names.guids),
    streamOf(streamName(3), Buffer.concat(entries)),
    streamOf(streamName(4), Buffer.concat(words)),
    ...[...buckets]
      .sort(([one], [other]) => one - other)
      .map(([id, all]) => streamOf(streamName(id), Buffer.concat(all))),
  ]
  return {
    idOf: (id) => (id < FIRST_NAMED ? id : ids.get(id)),
    storage: storageOf('__nameid_version1.0', streams, []),
  }
}

const streamName = (id: number): string => `__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}0102`

function entryOf(number: number, space: number, place: number): Buffer {
  const entry = Buffer.alloc(8)
  entry.writeUInt32LE(number)
  entry.writeUInt16LE(space, 4)
  entry.writeUInt16LE(place, 6)
  return entry
}
