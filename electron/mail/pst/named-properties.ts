import type { PropertyNames } from '../msg/property-names.ts'
import { openNode } from './node-content.ts'
import type { NodeDatabase } from './node-database.ts'
import { propertiesOf } from './node-properties.ts'

/** The node that names the properties from 0x8000 on, for the whole mailbox (MS-PST 2.4.7). */
const NAMES = 0x61
const STREAM = { guids: 0x0002, entries: 0x0003, strings: 0x0004 } as const

const NONE: PropertyNames = { guids: Buffer.alloc(0), entries: Buffer.alloc(0), strings: Buffer.alloc(0) }

/** The names of the mailbox's own properties; none where they are damaged, for a message says much without them. */
export function readPropertyNames(database: NodeDatabase): PropertyNames {
  try {
    const node = database.find(NAMES)
    if (!node) return NONE
    const streams = propertiesOf(openNode(database, node))
    const read = (id: number): Buffer => streams.get(id)?.read() ?? Buffer.alloc(0)
    return { guids: read(STREAM.guids), entries: read(STREAM.entries), strings: read(STREAM.strings) }
  } catch {
    return NONE
  }
}
