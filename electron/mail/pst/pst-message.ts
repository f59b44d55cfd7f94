import { mailLimits } from '../limits.ts'
import {
  type MapiAttachment,
  type MapiMessage,
  type MapiWalk,
  PR,
  type Properties,
} from '../mapi/mapi-message.ts'
import { UnreadableError } from '../unreadable-error.ts'
import { type NodeContent, openNode } from './node-content.ts'
import type { NodeDatabase, PstNode } from './node-database.ts'
import { objectNodeOf, propertiesOf, rowsOf } from './node-properties.ts'
import { PstError } from './pst-error.ts'

/** Nodes of a message's own that hold its tables (MS-PST 2.4.4.1). */
const TABLES = { recipients: 0x692, attachments: 0x671 } as const
/** Number of a row, which is the id of the node it stands for (PidTagLtpRowId). */
const ROW_ID = 0x67f2

interface Walk extends MapiWalk {
  readonly database: NodeDatabase
}

/** The rows of a table of this message; none where it has no such table. */
function rowsAt(walk: Walk, content: NodeContent, tableId: number): Properties[] {
  const table = content.subnodes.get(tableId)
  return table ? rowsOf(openNode(walk.database, table), walk.database.word) : []
}

function openAttachment(walk: Walk, node: PstNode, depth: number): MapiAttachment {
  const content = openNode(walk.database, node)
  const properties = propertiesOf(content)
  const nestedNode = content.subnodes.get(objectNodeOf(properties.get(PR.attachData)))
  if (!nestedNode) {
    const data = properties.get(PR.attachData)
    const read = (): Buffer => data?.read() ?? Buffer.alloc(0)
    return { properties, nested: null, defaultType: 'application/octet-stream', read }
  }
  const nested = openMessageNode(walk, nestedNode, depth + 1)
  const read = (): Buffer => Buffer.alloc(0)
  return { properties, nested, defaultType: 'application/vnd.ms-outlook', read }
}

function openMessageNode(walk: Walk, node: PstNode, depth: number): MapiMessage {
  if (depth > mailLimits.messageDepth) throw new UnreadableError('TOO_DEEP')
  const content = openNode(walk.database, node)
  const attachments = rowsAt(walk, content, TABLES.attachments).map((row) => {
    walk.parts += 1
    if (walk.parts > mailLimits.parts) throw new UnreadableError('TOO_MANY_PARTS')
    const attached = content.subnodes.get(row.get(ROW_ID)?.read().readUInt32LE(0) ?? 0)
    if (!attached) throw new PstError('DAMAGED')
    return openAttachment(walk, attached, depth)
  })
  return {
    properties: propertiesOf(content),
    recipients: rowsAt(walk, content, TABLES.recipients),
    attachments,
  }
}

/**
 * A message of a mailbox with all it carries; contents are read when they are asked for.
 * @throws PstError, or UnreadableError for a limit of the structure
 */
export function openPstMessage(database: NodeDatabase, node: PstNode): MapiMessage {
  return openMessageNode({ database, parts: 0 }, node, 0)
}
