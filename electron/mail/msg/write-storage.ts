import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'
import type { CfbStorage } from '../cfb/compound-file.ts'

const PROPERTIES = '__properties_version1.0'
const NAMES = '__nameid_version1.0'

function addStream(entries: Entry[], parent: number[], name: string, octets: Buffer): void {
  parent.push(entries.length)
  // The writer takes the memory behind a view for the view itself.
  const bytes = Uint8Array.from(octets)
  entries.push({ name, type: TypeEnum.DOCUMENT, binaryProvider: () => bytes, length: bytes.length })
}

function addContents(entries: Entry[], parent: number[], { storages, streams }: CfbStorage): void {
  for (const stream of streams) addStream(entries, parent, stream.name, stream.read())
  for (const storage of storages) addStorage(entries, parent, storage)
}

function addStorage(entries: Entry[], parent: number[], storage: CfbStorage): void {
  const children: number[] = []
  parent.push(entries.length)
  entries.push({ name: storage.name, type: TypeEnum.DIRECTORY, length: 0, children })
  addContents(entries, children, storage)
}

function write(fill: (entries: Entry[], top: number[]) => void): Buffer {
  const children: number[] = []
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children }]
  fill(entries, children)
  const bytes = burn(entries)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The octets of a storage as a compound file of its own: an object of another program, as it would have saved it. */
export function writeStorage(storage: CfbStorage): Buffer {
  return write((entries, top) => addContents(entries, top, storage))
}

/** The properties of a message file have eight octets more before them than those of a message inside one (MS-OXMSG 2.4.1). */
function asTopProperties(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 24), Buffer.alloc(8), bytes.subarray(24)])
}

/**
 * A message inside a message file as a message file of its own, every stream octet by octet. The names of its named
 * properties are kept with the outermost message (MS-OXMSG 2.2.3) and are copied along.
 */
export function writeMsg(storage: CfbStorage, root: CfbStorage): Buffer {
  return write((entries, top) => {
    for (const stream of storage.streams) {
      const bytes = stream.read()
      addStream(entries, top, stream.name, stream.name === PROPERTIES ? asTopProperties(bytes) : bytes)
    }
    const names = root.storages.find(({ name }) => name === NAMES)
    const own = storage.storages.filter(({ name }) => name !== NAMES)
    for (const child of names ? [names, ...own] : own) addStorage(entries, top, child)
  })
}
